package pruefstand.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * The sources of a line.
 *
 * @param documentation whether the first name starts with {@code 00000}
 * @param sources in the order of the header
 */
record Header(boolean documentation, List<Source> sources) {

    /** The header of a line; without sources if the line has none. */
    static Header of(LineText line) {
        return new Header(line.isDocumentation(),
                line.headerEnd().map(end -> sources(line.text(), line.start(), end, line.isDocumentation())).orElse(List.of()));
    }

    /** What stands between two indices of a line, read as sources with one SPACE between them. */
    static List<Source> sources(String line, int from, int to, boolean documentation) {
        List<Source> sources = new ArrayList<>();
        for (int at = from; at <= to;) {
            int space = line.indexOf(' ', at);
            int end = space < 0 || space > to ? to : space;
            sources.add(SourceParser.parse(line.substring(at, end), at, documentation));
            at = end + 1;
        }
        return sources;
    }
}
