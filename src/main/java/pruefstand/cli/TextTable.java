package pruefstand.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table for terminals: columns as wide as their longest entry, two spaces between. What could steer a terminal is shown as U+FFFD.
 *
 * @param heads of the columns
 * @param rows as many entries each
 */
record TextTable(List<String> heads, List<List<String>> rows) {

    List<String> lines() {
        List<List<String>> all = Stream.concat(Stream.of(heads), rows.stream())
                .map(row -> row.stream().map(Harmless::line).toList()).toList();
        int[] widths = IntStream.range(0, heads.size())
                .map(column -> all.stream().mapToInt(row -> width(row.get(column))).max().orElse(0)).toArray();
        return all.stream().map(row -> IntStream.range(0, widths.length).mapToObj(column -> padded(row.get(column), widths[column]))
                .collect(Collectors.joining("  ")).stripTrailing()).toList();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - width(text));
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
