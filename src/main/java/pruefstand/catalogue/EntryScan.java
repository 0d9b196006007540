package pruefstand.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads entries from bytes, as far as these prove that nothing is wrong with the line: several times as fast as by its text. */
final class EntryScan {

    private final LineScan scan;
    private final HeaderScan headers;

    EntryScan(LintSettings settings) {
        this.scan = new LineScan(settings);
        this.headers = scan.header();
    }

    /** The entry of a line that was started, and whose end this says; empty where it has to be read by its text. */
    Optional<Entry> entry(LineCursor line) {
        return scan.proves(line) ? Optional.of(new Entry(line.number(), sources(line.bytes()), ReviewText.of(line.bytes(), scan.body(), line.to()), false))
                : Optional.empty();
    }

    private List<ReviewSource> sources(byte[] line) {
        return IntStream.range(0, headers.sources()).mapToObj(source -> source(line, source)).toList();
    }

    private ReviewSource source(byte[] line, int source) {
        String written = text(line, headers.start(source), headers.nameEnd(source));
        String name = PercentCoding.decode(written).orElseThrow();
        if (headers.isBare(source)) {
            return new ReviewSource(name, Optional.empty(), Optional.empty(), List.of());
        }
        int from = headers.nameEnd(source) + 1;
        int end = headers.end(source);
        if (line[from] == 'h') {
            return new ReviewSource(name, Optional.empty(), Optional.of(text(line, from, end)), List.of());
        }
        int url = from + HeaderScan.DATE_LENGTH + 1;
        return new ReviewSource(name, Optional.of(text(line, from, url - 1)), url < end ? Optional.of(text(line, url, end)) : Optional.empty(), List.of());
    }

    private static String text(byte[] line, int from, int to) {
        return new String(line, from, to - from, StandardCharsets.UTF_8);
    }
}
