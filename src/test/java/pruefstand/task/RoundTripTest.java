package pruefstand.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.FakeEngine;
import pruefstand.engine.FakeScorer;
import pruefstand.json.Json;
import pruefstand.model.Prompts;
import pruefstand.task.evaluate.Evaluators;
import pruefstand.task.perplexity.PerplexityMethod;
import pruefstand.task.perplexity.PerplexityRequest;
import pruefstand.task.perplexity.PerplexityResult;
import pruefstand.task.speed.BenchOrder;

/** What travels between processes as JSON arrives as it was sent. */
class RoundTripTest {

    @TempDir
    private Path folder;

    @Test
    void tasksAndOrdersArrive() {
        Task task = TaskFixture.perplexity(folder, "text", "context: 64\nspans: {bytes: 10, preceding: 5}\n");
        assertEquals(task, Json.read(Json.write(task), "wire", Task.class));
        assertEquals(BenchOrder.DEFAULT, Json.read(Json.write(BenchOrder.DEFAULT), "wire", BenchOrder.class));
        for (PerplexityMethod method : PerplexityMethod.values()) {
            PerplexityRequest request = new PerplexityRequest("text", method, 64, Spans.DEFAULT);
            assertEquals(request, Json.read(Json.write(request), "wire", PerplexityRequest.class));
        }
    }

    @Test
    void tasksOfEveryKindArriveWithTheirSettings() {
        Path shipped = Path.of(System.getProperty("pruefstand.home"), "eval/tasks");
        List<Task> tasks = Tasks.in(List.of(shipped, shipped.resolve("hub")));
        assertEquals(Set.of(TaskKind.values()), tasks.stream().map(task -> task.definition().kind()).collect(Collectors.toSet()));
        for (Task task : tasks) {
            assertEquals(task, Json.read(Json.write(task), "wire", Task.class));
        }
    }

    @Test
    void anEvaluationArrives() {
        Task task = TaskFixture.perplexity(folder, "aaaa\n\n".repeat(30), "context: 8\nspans: {bytes: 10, preceding: 5}\n");
        FakeScorer scorer = new FakeScorer(FakeScorer.addingNothing(), 64, (before, next) -> before == next ? 0.5 : 0.5 / 256);
        Evaluation sent = (Evaluation) Evaluators.evaluate(task, Prompts.NONE, FakeEngine.of(scorer), Progress.SILENT);
        Evaluation arrived = Json.read(Json.write(sent), "wire", Evaluation.class);
        assertEquals(sent.metrics(), arrived.metrics());
        assertEquals(List.copyOf(sent.metrics().keySet()), List.copyOf(arrived.metrics().keySet()), "main first");
        assertEquals(Json.write(sent), Json.write(arrived));
    }

    @Test
    void numbersThatCannotBeArrive() {
        PerplexityResult broken = new PerplexityResult(Double.POSITIVE_INFINITY, OptionalDouble.of(Double.NaN),
                Double.POSITIVE_INFINITY, 3, 8, 1, 8, PerplexityMethod.LLAMA_CPP, OptionalDouble.empty(), OptionalDouble.empty(),
                OptionalDouble.empty());
        assertEquals(broken, Json.read(Json.write(broken), "wire", PerplexityResult.class));
    }
}
