package pruefstand.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PassingFolderTest {

    @Test
    void isGoneWithAllThatIsInItWhenItIsClosed() throws IOException {
        Path path;
        try (PassingFolder folder = PassingFolder.make("pruefstand-test")) {
            path = folder.path();
            Files.writeString(Files.createDirectories(path.resolve("a/b")).resolve("c.txt"), "c");
            assertTrue(path.getFileName().toString().startsWith("pruefstand-test"), path.toString());
        }
        assertFalse(Files.exists(path), path.toString());
    }

    @Test
    void nobodyMindsThatItIsGoneAlready() throws IOException {
        PassingFolder folder = PassingFolder.make("pruefstand-test");
        Files.delete(folder.path());
        folder.close();
        assertFalse(Files.exists(folder.path()));
    }

    @Test
    void isGoneAtTheEndOfAProgramThatNeverClosesIt() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Careless.class.getName()).redirectErrorStream(true).start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, program.waitFor(), said);
        assertTrue(said.contains("pruefstand-careless"), said);
        assertFalse(Files.exists(Path.of(said)), said);
    }

    /** A program that leaves a folder open, with something in it, and says where it is. */
    static final class Careless {

        private Careless() {
        }

        public static void main(String[] arguments) throws IOException {
            Path path = PassingFolder.make("pruefstand-careless").path();
            Files.writeString(Files.createDirectory(path.resolve("within")).resolve("file.txt"), "text");
            System.out.println(path);
        }
    }
}
