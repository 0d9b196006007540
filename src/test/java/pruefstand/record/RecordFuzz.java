package pruefstand.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import pruefstand.Fuzzed;
import pruefstand.json.Json;
import pruefstand.metric.Estimate;
import pruefstand.task.DataException;
import pruefstand.task.TaskKind;
import pruefstand.task.evaluate.Evaluators;
import pruefstand.text.Refusal;

/** Any bytes may be a record, or the items beside one. */
class RecordFuzz {

    @FuzzTest(maxDuration = "10m")
    void readsAnyRecord(byte[] bytes) throws Exception {
        Path file = Fuzzed.file(this, "record.json", bytes);
        History history = Fuzzed.readOrRefused(bytes, Refusal.class, () -> new RecordStore(List.of(file.getParent())).read()).orElseThrow();
        assertEquals(1, history.records().size() + history.unreadable().size());
        history.records().stream().map(StoredRecord::content).forEach(record -> {
            assertEquals(record, Json.read(Json.write(record), "again", RunRecord.class));
            assertTrue(record.metrics().values().stream().allMatch(Estimate.class::isInstance));
        });
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyItems(byte[] bytes) throws Exception {
        ItemFile items = new ItemFile(Fuzzed.file(this, "record.items.jsonl.gz", bytes));
        for (TaskKind kind : TaskKind.values()) {
            Fuzzed.readOrRefused(bytes, DataException.class, () -> Evaluators.scores(kind, items)).ifPresent(scores -> scores.byMetric()
                    .values().forEach(metric -> metric.statistic().of(IntStream.range(0, metric.ids().size()).toArray())));
        }
    }
}
