package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pipes where files belong: nobody writes into them, so that whoever read one would wait for ever. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PipesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void aWorkspace() throws IOException {
        Files.writeString(folder.resolve("reviews.txt"), "Wort/2026-11-20: Zählt.\n");
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: reviews.txt\ntasks: [eval/tasks]\n");
        Files.createDirectories(folder.resolve("eval/tasks"));
        Files.writeString(folder.resolve("eval/models.yaml"), "models: [{name: Wort, kind: image, not_runnable: {de: A, en: B}}]\n");
    }

    private Path pipe(String place) throws IOException, InterruptedException {
        Path pipe = folder.resolve(place);
        Files.createDirectories(pipe.getParent());
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertTrue(made.waitFor(1, TimeUnit.MINUTES) && made.exitValue() == 0);
        return pipe;
    }

    private void refused(Path pipe) {
        ProgramRun run = ProgramRun.in(folder, "site", "--out", "out");
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains(pipe + "") && run.err().contains("a pipe, a socket or a device"), run.err());
    }

    @Test
    void amongRecordsOneIsToldAndLeftOut() throws IOException, InterruptedException {
        Path pipe = pipe("eval/results/sts/m/v/x.json");
        Path link = Files.createSymbolicLink(pipe.resolveSibling("y.json"), pipe);
        ProgramRun run = ProgramRun.in(folder, "site", "--out", "out");
        assertEquals(0, run.code(), run.err());
        for (Path told : new Path[] {pipe, link}) {
            assertTrue(run.err().contains("left out, not a record: " + told + ": this is a pipe"), run.err());
        }
    }

    @Test
    void asReviewsOneIsRefused() throws IOException, InterruptedException {
        Files.delete(folder.resolve("reviews.txt"));
        refused(pipe("reviews.txt"));
    }

    @Test
    void asTaskOneIsRefused() throws IOException, InterruptedException {
        refused(pipe("eval/tasks/x.yaml"));
    }

    @Test
    void asAnnotationsOneIsRefused() throws IOException, InterruptedException {
        refused(pipe("eval/annotations.yaml"));
    }
}
