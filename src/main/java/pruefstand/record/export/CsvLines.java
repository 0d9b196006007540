package pruefstand.record.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Values as CSV: commas, quotes where they are needed and doubled inside, one line end. A text that a spreadsheet would compute gets
 * an apostrophe before it; numbers stay as they are. Source: RFC 4180; OWASP, CSV Injection.
 */
public final class CsvLines {

    private static final String COMPUTED = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvLines() {
    }

    /** One line, without its end; nothing for an absent value. */
    public static String line(List<? extends Optional<?>> values) {
        return values.stream().map(value -> value.map(CsvLines::cell).orElse("")).collect(Collectors.joining(","));
    }

    private static String cell(Object value) {
        return value instanceof Number || value instanceof Boolean ? value.toString() : quoted(harmless(value.toString()));
    }

    /** A spreadsheet leaves out what stands before a formula, so the first character that shows counts. */
    private static String harmless(String text) {
        String shown = text.stripLeading();
        boolean computed = !text.isEmpty() && COMPUTED.indexOf(text.charAt(0)) >= 0
                || !shown.isEmpty() && COMPUTED.indexOf(shown.charAt(0)) >= 0;
        return computed ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t')
                || !text.equals(text.strip());
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
