package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a model file says, it is refused, or it runs, or the worker's death is told; this process lives. Two thousand of
 * them go through workers in {@code src/bench/mutated-headers.sh}.
 */
class MutatedModelsTest {

    private static final int MUTATIONS = 400;
    private static final int GIVEN_TO_A_WORKER = 20;
    private static final Path SHIPPED = Path.of("eval/models").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void isRefusedOrRunsOrIsToldToHaveEndedAWorker() {
        List<Path> models = List.of(SHIPPED.resolve("tiny-de-en-xs-q4_0.gguf"), SHIPPED.resolve("tiny-bert-de-en-embed"));
        HeaderMutations mutations = new HeaderMutations(20_261_126, models, folder);
        try (MutatedRun run = new MutatedRun(new Home(Path.of("").toAbsolutePath()), folder)) {
            int given = 0;
            for (int i = 0; i < MUTATIONS; i++) {
                Path model = mutations.next();
                if (run.isRead(model) && given++ < GIVEN_TO_A_WORKER) {
                    run.run(model);
                }
            }
            assertTrue(run.refusedByReader > MUTATIONS / 10 && given > MUTATIONS / 10, run.refusedByReader + " " + given);
            assertEquals(GIVEN_TO_A_WORKER, run.refusedByWorker + run.ran + run.died);
            assertTrue(run.ran > 0, "some changes do no harm");
        }
    }
}
