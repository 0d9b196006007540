package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.json.Yaml;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.Prompts;
import pruefstand.model.Registry;
import pruefstand.model.SlurmRequest;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;

/** What a job asks for: what the registry says, else what the workspace's limits say, else nothing. */
class SlurmJobTest {

    private static final Home HOME = new Home(Path.of("/opt/prüf stand"));

    @TempDir
    private Path folder;

    private static ElementOrder order(SlurmRequest request, String kind, int cells) {
        ListedModel model = new ListedModel("M", List.of(), ModelKind.DECODER, Optional.empty(), Optional.empty(), Optional.empty(),
                Prompts.NONE, Optional.empty(), Optional.empty(), List.of(), request);
        Task task = new Task(Yaml.read("name: t\nversion: 1\nkind: " + kind + "\nlanguages: [de]\ndescription: {de: A, en: B}\n", "t.yaml",
                TaskDefinition.class), Path.of("t.yaml"));
        Cell cell = new Cell(model, new Variant("v", new Source.Baseline("random"), Optional.empty()), task, EngineChoice.USUAL, "key");
        return new ElementOrder(Path.of("/w"), Path.of("/w/eval/results"), request.cpus(), Optional.empty(), 0,
                Collections.nCopies(cells, new ElementOrder.Entry(new PlannedCell(cell, Due.MISSING, OptionalDouble.empty()), "run")));
    }

    @Test
    void theRegistrySaysWhatAJobAsksFor() {
        SlurmRequest request = new SlurmRequest(Optional.of("gpu:1"), Optional.of(Duration.ofHours(2)), OptionalDouble.of(16),
                OptionalInt.of(8), Optional.of("gpu"));
        // 16 · 10⁹ / 2²⁰ = 15258.8
        assertEquals(List.of("--partition=gpu", "--gres=gpu:1", "--time=120:00", "--mem=15259M", "--cpus-per-task=8"),
                new SlurmJob(HOME, Limits.usual()).options(order(request, "perplexity", 3)));
    }

    @Test
    void theLimitsOfTheWorkspaceStandWhereTheRegistrySaysNothing() {
        Limits limits = new Limits(Duration.ofMinutes(10), Duration.ofMinutes(1), 4_000_000_000L);
        // three cells of ten minutes and five to start; (4 + 1) · 10⁹ / 2²⁰ = 4768.4
        assertEquals(List.of("--time=35:00", "--mem=4768M"), new SlurmJob(HOME, limits).options(order(SlurmRequest.NONE, "perplexity", 3)));
    }

    @Test
    void theExampleOfTheDocsIsARegistry() throws IOException {
        String page = Files.readString(Path.of("docs/cluster.md"));
        int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
        Path file = Files.writeString(folder.resolve("models.yaml"), page.substring(begin, page.indexOf("```", begin)));
        assertEquals(List.of("--partition=gpu", "--gres=gpu:1", "--time=120:00", "--mem=15259M", "--cpus-per-task=8"),
                new SlurmJob(HOME, Limits.usual()).options(order(Registry.read(file).models().getFirst().slurm(), "perplexity", 1)));
    }

    @Test
    void whatNobodyHasSaidIsLeftToSlurm() {
        assertEquals(List.of(), new SlurmJob(HOME, Limits.usual()).options(order(SlurmRequest.NONE, "perplexity", 3)));
    }

    @Test
    void speedsHaveANodeToThemselves() {
        assertEquals(List.of("--exclusive"), new SlurmJob(HOME, Limits.usual()).options(order(SlurmRequest.NONE, "speed", 1)));
    }

    @Test
    void aPathIsOneWordForTheShell() {
        String script = new SlurmJob(HOME, Limits.usual()).script(Path.of("/a b/Änne's"), Path.of("/l/x"));
        assertTrue(script.startsWith("#!/bin/sh\nexec >>'/l/x-'\"$SLURM_ARRAY_TASK_ID\".log 2>&1\n"), script);
        assertTrue(script.endsWith(" 'pruefstand.run.SlurmElement' '/a b/Änne'\\''s/'\"$SLURM_ARRAY_TASK_ID\".order\n"), script);
        assertTrue(script.contains(" '-Dpruefstand.home=/opt/prüf stand' "), script);
    }
}
