package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

    @TempDir
    private Path out;
    private Manifest manifest;

    @BeforeEach
    void note() throws IOException {
        manifest = new Manifest(out);
        manifest.add(List.of("a.html", "b/ä.html"));
    }

    private void cutTo(int bytes) throws IOException {
        Path list = out.resolve(Manifest.NAME);
        Files.write(list, Arrays.copyOf("a.html\nb/ä.html\n".getBytes(StandardCharsets.UTF_8), bytes));
    }

    @Test
    void namesAreReadAsTheyWereNoted() throws IOException {
        manifest.add(List.of("c.html"));
        assertEquals(Set.of("a.html", "b/ä.html", "c.html"), manifest.read());
    }

    /** Wherever that is: 10 bytes end within the umlaut. */
    @Test
    void aNameThatAKilledBuildNotedInPartIsNone() throws IOException {
        for (int bytes = 7; bytes < 17; bytes++) {
            cutTo(bytes);
            assertEquals(Set.of("a.html"), manifest.read(), bytes + " bytes");
        }
        cutTo(5);
        assertEquals(Set.of(), manifest.read());
    }

    @Test
    void namesThatAreNotedBehindOneInPartDoNotJoinIt() throws IOException {
        cutTo(12);
        manifest.add(List.of("b/ä.html", "c.html"));
        assertEquals("a.html\nb/ä.html\nc.html\n", Files.readString(out.resolve(Manifest.NAME)));
    }

    @Test
    void aListOfEverythingTakesThePlaceOfOneThatIsCut() throws IOException {
        cutTo(10);
        manifest.read();
        manifest.write(List.of("c.html"), new Drafts(out));
        assertEquals("c.html\n", Files.readString(out.resolve(Manifest.NAME)));
    }
}
