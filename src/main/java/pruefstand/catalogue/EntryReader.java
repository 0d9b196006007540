package pruefstand.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Reads the entries of a review file, the faulty ones as far as they can be read. For one thread. */
public final class EntryReader {

    /** No day is too late to be read. */
    private static final LintSettings SETTINGS = new LintSettings(false, LocalDate.MAX);

    private final EntryScan scan = new EntryScan(SETTINGS);
    private final LineCheck check = new LineCheck(SETTINGS);

    /**
     * Every entry that can be read, in the order of the file; blank lines, lines without a header and lines that are not UTF-8
     * hold none.
     *
     * @return how many lines hold an error, those without an entry included
     */
    public long read(ReviewFile file, Consumer<Entry> entries) {
        long faulty = 0;
        for (LineCursor line = file.lines(); line.start();) {
            Optional<Entry> sound = scan.entry(line);
            Optional<LineText> text = sound.isPresent() ? Optional.empty() : line.text();
            sound.or(() -> entry(line, text)).ifPresent(entries);
            if (sound.isEmpty() && (text.isEmpty() || hasError(text.get()))) {
                faulty++;
            }
        }
        return faulty;
    }

    /** The same as a list, without looking for errors. */
    public List<Entry> readAll(ReviewFile file) {
        return readAll(file, _ -> { });
    }

    /**
     * The same.
     *
     * @param lost takes the numbers of the lines that hold something, but no entry
     */
    List<Entry> readAll(ReviewFile file, IntConsumer lost) {
        List<Entry> entries = new ArrayList<>();
        for (LineCursor line = file.lines(); line.start();) {
            scan.entry(line).ifPresentOrElse(entries::add, () -> {
                Optional<LineText> text = line.text();
                entry(line, text).ifPresentOrElse(entries::add, () -> {
                    if (text.filter(found -> found.text().isBlank()).isEmpty()) {
                        lost.accept(line.number());
                    }
                });
            });
        }
        return entries;
    }

    private static Optional<Entry> entry(LineCursor line, Optional<LineText> text) {
        return text.filter(found -> found.headerEnd().isPresent()).map(found -> entry(line.number(), found));
    }

    private boolean hasError(LineText line) {
        return check.faults(line).stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
    }

    static Entry entry(int number, LineText line) {
        Header header = Header.of(line);
        return new Entry(number, header.sources().stream().map(Source::toReviewSource).toList(), ReviewText.of(line), header.documentation());
    }
}
