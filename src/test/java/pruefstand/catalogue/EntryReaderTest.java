package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryReaderTest {

    private static final Path SAMPLE = Path.of("../shared/examples/sample.txt");

    @Test
    void readsTheThreeEntriesOfTheSample() {
        List<Entry> entries = new EntryReader().readAll(ReviewFile.read(SAMPLE));

        assertEquals(3, entries.size());
        assertShape(entries.get(0), 1, 3, 2, true);
        assertShape(entries.get(1), 2, 2, 1, false);
        assertShape(entries.get(2), 3, 1, 8, false);
        assertEquals(new ReviewSource("Flux.2", Optional.of("2025-12-20"), Optional.of("https://heise.de/-11120129"), List.of()),
                entries.get(1).sources().getFirst());
    }

    private static void assertShape(Entry entry, int line, int sources, int paragraphs, boolean documentation) {
        assertEquals(line, entry.line());
        assertEquals(sources, entry.sources().size());
        assertEquals(paragraphs, entry.paragraphs().size());
        assertEquals(documentation, entry.documentation());
    }

    @Test
    void keepsWhatCouldBeReadOfAFaultySource() {
        List<Entry> entries = new EntryReader().readAll(ReviewFile.read(SAMPLE));

        assertEquals(new ReviewSource("WAN%202.22", Optional.empty(), Optional.of("https://heise.de/-11120129"), List.of(Code.DATE)),
                entries.get(1).sources().get(1));
    }

    @Test
    void keepsPlaceholdersOfDocumentationVerbatim() {
        List<ReviewSource> sources = new EntryReader().readAll(ReviewFile.read(SAMPLE)).getFirst().sources();

        assertEquals(new ReviewSource("00000Example-Model-Name", Optional.of("YYYY-MM-DD"), Optional.of("URL"), List.of()), sources.get(0));
        assertEquals(new ReviewSource("00000Example-Model", Optional.of("YYYY2-MM2-DD2"), Optional.of("URL2"), List.of()), sources.get(1));
        assertEquals(new ReviewSource("...", Optional.empty(), Optional.empty(), List.of()), sources.get(2));
    }

    @Test
    void readsEveryFormOfASource() {
        assertSource("Name", "Name", Optional.empty(), Optional.empty());
        assertSource("Name/2025-12-19", "Name", Optional.of("2025-12-19"), Optional.empty());
        assertSource("Name/2025-12-19/https://example.org/a", "Name", Optional.of("2025-12-19"), Optional.of("https://example.org/a"));
        assertSource("Name/https://example.org/2025-01-01", "Name", Optional.empty(), Optional.of("https://example.org/2025-01-01"));
        assertSource("qwen3:0.6b/2025-11-02", "qwen3:0.6b", Optional.of("2025-11-02"), Optional.empty());
        assertSource("WAN%202.2%2F%25%C3%BC", "WAN 2.2/%ü", Optional.empty(), Optional.empty());
        assertSource("A/2025-01-01/https://h.de/2024-13-99/x:y", "A", Optional.of("2025-01-01"), Optional.of("https://h.de/2024-13-99/x:y"));
    }

    private static void assertSource(String written, String name, Optional<String> date, Optional<String> url) {
        assertEquals(List.of(new ReviewSource(name, date, url, List.of())), read(written + ": text\n").getFirst().sources());
    }

    @Test
    void countsFaultyLinesAndReadsTheOthers() {
        ReviewFile file = ReviewFile.of("x", "A: fine\nno header\nB/2025-13-01: bad date\n\nC%41: only a warning\n".getBytes(StandardCharsets.UTF_8));
        List<Entry> entries = new java.util.ArrayList<>();

        assertEquals(3, new EntryReader().read(file, entries::add));
        assertEquals(List.of(1, 3, 5), entries.stream().map(Entry::line).toList());
    }

    @Test
    void skipsLinesThatAreNotUtf8() {
        ReviewFile file = ReviewFile.of("x", new byte[] {'A', ':', ' ', (byte) 0xFF, '\n', 'B', ':', ' ', 'b'});

        List<Entry> entries = new EntryReader().readAll(file);

        assertEquals(1, entries.size());
        assertEquals(2, entries.getFirst().line());
        assertEquals(List.of("b"), entries.getFirst().paragraphs());
    }

    @Test
    void givesDatesOfReviewsAndNoneForPlaceholders() {
        List<Entry> entries = read("00000Doc/YYYY-MM-DD: text\nA/2025-12-20: text\n");

        assertTrue(entries.get(0).sources().getFirst().day().isEmpty());
        assertEquals(Optional.of(LocalDate.of(2025, 12, 20)), entries.get(1).sources().getFirst().day());
    }

    private static List<Entry> read(String text) {
        return new EntryReader().readAll(ReviewFile.of("x", text.getBytes(StandardCharsets.UTF_8)));
    }
}
