package pruefstand.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import pruefstand.Fuzzed;
import pruefstand.json.JsonException;
import pruefstand.json.Yaml;
import pruefstand.model.ModelKind;

/** Any bytes may be a task file. */
class TaskFuzz {

    private static final String ROWS = """
            {"text": "eins", "label": 1, "query": {"id": "q1"}, "choices": ["a", "b"], "answer": "b"}
            {"text": "zwei: drei", "label": "two", "query": {"id": "q2"}, "choices": ["c"], "answer": "x"}
            """;

    @FuzzTest(maxDuration = "10m")
    void readsAnyTask(byte[] bytes) throws Exception {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Optional<TaskDefinition> read = Fuzzed.readOrRefused(bytes, JsonException.class, () -> TaskDefinition.read(text, "task.yaml"));
        if (read.isPresent() && TaskRules.faults(read.get(), Yaml.document(text, "task.yaml").keys()).isEmpty()) {
            checkUse(read.get(), bytes);
        }
    }

    private void checkUse(TaskDefinition task, byte[] bytes) throws Exception {
        assertEquals(task.name(), task.withoutWords().name());
        assertNotNull(List.of(task.isTimed(), task.rerank(), task.measures(ModelKind.DECODER), task.hashCode(), task.settings()));
        DataFile rows = new DataFile("rows.jsonl", Fuzzed.file(this, "rows.jsonl", ROWS.getBytes(StandardCharsets.UTF_8)));
        for (String key : task.kind().data()) {
            DataSet set = new DataSet(key, List.of(rows), task.fieldsOf(key));
            Fuzzed.readOrRefused(bytes, DataException.class, () -> set.readItems(LabelledText.class));
            Fuzzed.readOrRefused(bytes, DataException.class, set::readText);
        }
    }
}
