package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteWriterTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

    @TempDir
    private Path out;

    private SiteWriter begun(String... files) throws IOException {
        SiteWriter writer = SiteWriter.all(out);
        writer.begin(List.of(files));
        return writer;
    }

    private static Content.Pieces rows(String... rows) {
        return to -> {
            for (String row : rows) {
                to.append(row).append('\n');
            }
        };
    }

    private void build(String... rows) throws IOException {
        try (SiteWriter writer = begun("a/b.csv")) {
            writer.write("a/b.csv", rows(rows));
            assertEquals(1, writer.written());
            writer.end();
        }
        Files.setLastModifiedTime(out.resolve("a/b.csv"), LONG_AGO);
    }

    private List<Integer> writtenAndUnchanged(String... rows) throws IOException {
        try (SiteWriter again = begun("a/b.csv")) {
            again.write("a/b.csv", rows(rows));
            return List.of(again.written(), again.unchanged());
        }
    }

    @Test
    void rowsThatAreAsTheyWereLeaveTheirFileUntouched() throws IOException {
        build("1", "ä");
        assertEquals(List.of(0, 1), writtenAndUnchanged("1", "ä"));
        assertEquals(LONG_AGO, Files.getLastModifiedTime(out.resolve("a/b.csv")));
        assertEquals(List.of(Manifest.NAME, "a/b.csv"), names());
    }

    @Test
    void otherRowsReplaceTheirFile() throws IOException {
        build("1", "2");
        assertEquals(List.of(1, 0), writtenAndUnchanged("1", "3"));
        assertEquals("1\n3\n", Files.readString(out.resolve("a/b.csv")));
        assertEquals(List.of(Manifest.NAME, "a/b.csv"), names());
    }

    @Test
    void rowsThatCannotAllBeMadeLeaveTheFileAsItWasAndNothingElse() throws IOException {
        build("1", "2");
        assertThrows(IOException.class, () -> {
            try (SiteWriter again = begun("a/b.csv")) {
                again.write("a/b.csv", to -> {
                    to.append("1\n");
                    throw new IOException("full");
                });
            }
        });
        assertEquals("1\n2\n", Files.readString(out.resolve("a/b.csv")));
        assertEquals(List.of(Manifest.NAME, "a/b.csv"), names());
    }

    /** As whoever is killed: nothing is closed. */
    @Test
    void whatAKilledBuildDidNotEndIsHiddenAndRemovedByTheNext() throws IOException {
        build("1", "2");
        SiteWriter killed = begun("a/b.csv");
        assertThrows(IOException.class, () -> killed.write("a/b.csv", to -> {
            assertEquals(3, names().size(), "the draft too");
            assertEquals(2, names().stream().filter(name -> name.startsWith(".")).count(), names().toString());
            throw new IOException("killed");
        }));
        assertEquals(3, names().size());
        assertEquals(List.of(0, 1), writtenAndUnchanged("1", "2"));
        assertEquals(List.of(Manifest.NAME, "a/b.csv"), names());
        assertFalse(Files.exists(out.resolve(Drafts.FOLDER)));
    }

    @Test
    void whatIsNotBegunAgainIsRemoved() throws IOException {
        build("1");
        try (SiteWriter again = begun("c.csv")) {
            assertTrue(again.begun("c.csv"));
            assertFalse(again.begun("a/b.csv"));
            again.write("c.csv", rows("1"));
            assertEquals(1, again.end());
        }
        assertFalse(Files.exists(out.resolve("a")));
    }

    /** Of all files, the hidden ones first. */
    private List<String> names() throws IOException {
        return new BuiltSite(out).files();
    }
}
