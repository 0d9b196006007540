package pruefstand.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import pruefstand.json.Json;
import pruefstand.task.evaluate.Evaluators;

/** Checks that what is kept of an evaluation gives its metrics anew. */
public final class ItemsAnew {

    private ItemsAnew() {
    }

    /** Items as they come back from a file. */
    public static KeptItems kept(List<?> items) {
        return new KeptItems() {
            @Override
            public <T> List<T> read(Class<T> type) {
                return items.stream().map(item -> Json.readLine(Json.write(item), "items", 1, type)).toList();
            }
        };
    }

    /** Every metric, to the last digits that another order of adding leaves. */
    public static void assertGives(TaskKind kind, Evaluation evaluation) {
        ItemScores scores = Evaluators.scores(kind, kept(evaluation.items()));
        evaluation.metrics().forEach((metric, estimate) -> {
            ItemStatistic anew = scores.of(metric).orElseThrow(() -> new AssertionError(kind + " has no items for " + metric));
            assertEquals(estimate.value(), anew.statistic().of(IntStream.range(0, anew.ids().size()).toArray()).orElseThrow(), 1e-12,
                    kind + " " + metric);
            assertTrue(anew.ids().stream().distinct().count() == anew.ids().size(), "an id stands for one block");
        });
    }
}
