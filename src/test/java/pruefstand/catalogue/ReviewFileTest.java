package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.text.Refusal;

class ReviewFileTest {

    @TempDir
    private Path folder;

    /** Copied in blocks of 64 KiB. */
    @Test
    void givesTheBytesBackAsTheyWere() throws IOException {
        byte[] bytes = new byte[200_001];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 >> 3);
        }
        Path path = Files.write(folder.resolve("reviews.txt"), bytes);
        for (ReviewFile file : List.of(ReviewFile.read(path), ReviewFile.of("x", bytes), ReviewFile.read("-", new ByteArrayInputStream(bytes)))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.writeTo(out);
            assertArrayEquals(bytes, out.toByteArray());
        }
        assertEquals(path.toString(), ReviewFile.read(path).name());
        assertEquals("-", ReviewFile.read("-", new ByteArrayInputStream(bytes)).name());
    }

    @Test
    void readsTheCatalogueInAFile() throws IOException {
        Path path = Files.writeString(folder.resolve("reviews.txt"), "A: x\nB/2025-01-01: y\n");
        assertEquals(List.of("A", "B"), Catalogue.read(path).models().stream().map(ReviewedModel::name).toList());
    }

    @Test
    void refusesWhatIsNoFile() {
        assertEquals("catalogue.file.missing", refusal(folder.resolve("none.txt")));
        assertEquals("catalogue.file.folder", refusal(folder));
    }

    private static String refusal(Path path) {
        return assertThrows(Refusal.class, () -> ReviewFile.read(path)).what().key();
    }

    @Test
    void refusesAStreamThatBreaksOff() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Stream closed");
            }
        };
        Refusal refusal = assertThrows(Refusal.class, () -> ReviewFile.read("-", broken));
        assertEquals("catalogue.file.unreadable", refusal.what().key());
        assertEquals(List.of("-", "Stream closed"), refusal.what().arguments());
    }

    @Test
    void foundLinesAreToldWithTheirText() {
        ReviewFile file = ReviewFile.of("x", "A: x\nno header\n".getBytes(StandardCharsets.UTF_8));
        StringBuilder told = new StringBuilder();
        LintSummary summary = new Linter(new LintSettings(false, java.time.LocalDate.of(2026, 11, 21)))
                .lint(file, (found, line) -> told.append(found.code().id()).append(": ").append(line.get()));
        assertEquals("no-header: no header", told.toString());
        assertEquals(new LintSummary(1, 0, 0, 2, false), summary);
    }
}
