package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places where no site can stand, and where no records lie: what is wrong, where, and what to do. */
class SitePlacesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void aWorkspace() throws IOException {
        Files.writeString(folder.resolve("reviews.txt"), "Wort/2026-11-20: Zählt.\n");
        Files.createDirectories(folder.resolve("eval/tasks"));
        Files.writeString(folder.resolve("eval/models.yaml"), "models: [{name: Wort, kind: image, not_runnable: {de: A, en: B}}]\n");
        settings("");
    }

    private void settings(String more) throws IOException {
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: reviews.txt\ntasks: [eval/tasks]\n" + more);
    }

    private void refused(String message, String... options) {
        ProgramRun run = ProgramRun.in(folder, options);
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void anEmptyOut() {
        refused("--out is empty; name the folder", "site", "--out", "");
    }

    @Test
    void aPlaceWhereTheSystemMakesNoFolders() {
        refused("The output folder /proc/foo cannot be made: /proc/foo is", "site", "--out", "/proc/foo");
    }

    @Test
    void aLinkThatLeadsNowhere() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        refused("The output folder " + link + " cannot be made: " + link + " is a file, a link that leads nowhere", "site", "--out", "link");
    }

    @Test
    void aFolderWhereAPageWas() throws IOException {
        assertEquals(0, ProgramRun.in(folder, "site", "--out", "out").code());
        Path page = folder.resolve("out/en/index.html");
        Files.delete(page);
        Files.createDirectories(page.resolve("inside"));
        refused(page + " is a folder, and a file of the site has to stand there.", "site", "--out", "out");
        assertTrue(Files.isDirectory(page.resolve("inside")));
    }

    @Test
    void aFileWhereResultsAreToLie() throws IOException {
        settings("results: [\"/etc/passwd\"]\n");
        refused("/etc/passwd is a file, and records lie in folders.", "site", "--out", "out");
        settings("");
        refused("/etc/passwd is a file, and records lie in folders.", "site", "--results", "/etc/passwd");
    }
}
