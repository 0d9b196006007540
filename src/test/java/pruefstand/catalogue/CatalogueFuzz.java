package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Any bytes may be a review file. */
class CatalogueFuzz {

    private static final LintSettings SETTINGS = new LintSettings(false, LocalDate.of(2026, 11, 21));

    @FuzzTest(maxDuration = "10m")
    void parsesAnything(byte[] bytes) {
        ReviewFile file = ReviewFile.of("x", bytes);
        for (Entry entry : new EntryReader().readAll(file)) {
            assertTrue(entry.line() > 0 && !entry.sources().isEmpty());
            assertTrue(entry.paragraphs().stream().noneMatch(String::isEmpty));
        }
        Catalogue.of(new EntryReader().readAll(file));
    }

    @FuzzTest(maxDuration = "10m")
    void lintsAnything(byte[] bytes) {
        ReviewFile file = ReviewFile.of("x", bytes);
        List<Diagnostic> found = new Linter(SETTINGS).lint(file);
        assertEquals(found.stream().sorted(Diagnostic.IN_FILE_ORDER).toList(), found);
        assertEquals(Survey.of(file, SETTINGS, 1).suspects(), Survey.of(file, SETTINGS, 3).suspects());
    }

    @FuzzTest(maxDuration = "10m")
    void mendsAnythingOnce(byte[] bytes) throws IOException {
        Mended mended = Mended.of(ReviewFile.of("x", bytes), SETTINGS);
        byte[] once = bytes(mended);
        Mended again = Mended.of(ReviewFile.of("x", once), SETTINGS);
        assertArrayEquals(once, bytes(again));
        assertEquals(mended.after().count(), again.after().count());
        assertEquals(List.of(), new Linter(SETTINGS).lint(ReviewFile.of("x", once)).stream()
                .filter(found -> found.fix().isPresent()).toList());
        assertTrue(IntStream.range(1, again.after().count()).allMatch(line -> again.after().compare(line - 1, line) <= 0));
        UnifiedDiff.write(mended, "x", new ByteArrayOutputStream());
    }

    private static byte[] bytes(Mended mended) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mended.writeTo(out);
        return out.toByteArray();
    }
}
