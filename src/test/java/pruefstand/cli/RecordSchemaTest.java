package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.json.Json;
import pruefstand.metric.Estimate;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;
import pruefstand.record.Failure;
import pruefstand.record.FailureKind;
import pruefstand.record.Guards;
import pruefstand.record.Harness;
import pruefstand.record.HostDescription;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.TaskReference;
import pruefstand.task.TaskKind;

/** The schema of records that the site publishes, against the code and against what the program writes. */
class RecordSchemaTest {

    private static final Path FILE = Path.of("site/data/record.schema.json");
    private static final Path MODELS = Path.of("eval/models").toAbsolutePath();

    @TempDir
    private Path folder;

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(Files.readString(FILE));
    }

    private static List<String> faults(String record) throws IOException {
        return schema().validate(record, InputFormat.JSON).stream().map(Object::toString).toList();
    }

    @Test
    void hasTheFieldsOfTheCode() throws IOException {
        Map<?, ?> root = Json.read(Files.readString(FILE), FILE.toString(), Map.class);
        Map<?, ?> own = at(root, "properties");
        Map<?, ?> defined = at(root, "$defs");
        assertEquals(fields(RunRecord.class), own.keySet());
        assertEquals(fields(TaskReference.class), at(at(own, "task"), "properties").keySet());
        assertEquals(fields(Guards.class), at(at(own, "guards"), "properties").keySet());
        assertEquals(fields(HostDescription.class), at(at(own, "host"), "properties").keySet());
        assertEquals(fields(Harness.class), at(at(own, "harness"), "properties").keySet());
        assertEquals(fields(Estimate.class), at(at(defined, "estimate"), "properties").keySet());
        assertEquals(fields(Artifact.class), at(at(defined, "artifact"), "properties").keySet());
        assertEquals(fields(EngineDescription.class), at(at(defined, "engine"), "properties").keySet());
        assertEquals(fields(Failure.class), at(at(defined, "failure"), "properties").keySet());
    }

    @Test
    void hasTheWordsOfTheCode() throws IOException {
        Map<?, ?> root = Json.read(Files.readString(FILE), FILE.toString(), Map.class);
        Map<?, ?> own = at(root, "properties");
        assertEquals(words(TaskKind.values()), Set.copyOf((List<?>) at(at(at(own, "task"), "properties"), "kind").get("enum")));
        assertEquals(words(Status.values()), Set.copyOf((List<?>) at(own, "status").get("enum")));
        assertEquals(words(FailureKind.values()),
                Set.copyOf((List<?>) at(at(at(at(root, "$defs"), "failure"), "properties"), "kind").get("enum")));
        assertEquals(RunRecord.SCHEMA, at(own, "schema").get("const"));
    }

    private static Map<?, ?> at(Map<?, ?> map, String key) {
        return (Map<?, ?>) map.get(key);
    }

    private static Set<String> fields(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .map(name -> name.replaceAll("sha256$", "sha256")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(Object::toString).collect(Collectors.toSet());
    }

    @Test
    void everyRecordThatIsWrittenIsValidWithNumbersSkippedOrFailed() throws IOException {
        workspace();
        ProgramRun eval = ProgramRun.in(folder, "eval", "--threads", "1");
        assertEquals(1, eval.code(), eval.err());
        List<String> found = new ArrayList<>();
        for (Path file : records()) {
            String record = Files.readString(file);
            assertEquals(List.of(), faults(record), file.toString());
            assertFalse(faults(record.replaceFirst("\"seconds\"", "\"minutes\"")).isEmpty());
            assertFalse(faults(record.replaceFirst("\"status\" : \"[a-z]+\"", "\"status\" : \"running\"")).isEmpty());
            found.add(Json.read(record, file.toString(), RunRecord.class).status().toString());
        }
        assertTrue(found.containsAll(List.of("ok", "failed", "skipped")), found.toString());
    }

    /** A model with numbers and one without a base (skipped), a task whose data are broken (failed). */
    private void workspace() throws IOException {
        Files.createDirectories(folder.resolve("eval/tasks"));
        Files.writeString(folder.resolve("reviews.txt"), "Zeichen: x\nwinzig: x\n");
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: reviews.txt\ntasks: [eval/tasks]\n");
        Files.writeString(folder.resolve("eval/models.yaml"), """
                models:
                  - {name: winzig, kind: decoder, variants: [{name: Q8_0, file: "%s"}]}
                  - {name: Zeichen, kind: encoder, variants: [{name: hash, baseline: trigram-hash}]}
                """.formatted(MODELS.resolve("tiny-de-en-xs-q8_0.gguf")));
        Files.writeString(folder.resolve("eval/tasks/tempo.yaml"), "name: tempo\nversion: 1\nkind: speed\n"
                + "description: {de: A, en: B}\nprompt: 32\ngenerate: 8\nrepetitions: 2\n");
        Files.writeString(folder.resolve("eval/tasks/kld.yaml"), "name: kld\nversion: 1\nkind: kld\nlanguages: [de]\n"
                + "description: {de: A, en: B}\ndata: {text: text.txt}\ncontext: 64\n");
        Files.writeString(folder.resolve("eval/tasks/text.txt"), "Der Gärtner zählt am Abend die Töpfe im Hof. ".repeat(20));
        sts("gut", "1.5");
        sts("schlecht", "\"viel\"");
    }

    private void sts(String name, String score) throws IOException {
        Files.writeString(folder.resolve("eval/tasks/" + name + ".yaml"), "name: " + name + "\nversion: 1\nkind: sts\nlanguages: [de]\n"
                + "description: {de: A, en: B}\ndata: {test: " + name + ".jsonl}\nscale: {min: 0, max: 5}\n");
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            items.append("{\"sentence1\": \"Satz ").append(i).append("\", \"sentence2\": \"Satz ").append(i * 7 % 12)
                    .append("\", \"score\": ").append(i == 11 ? score : String.valueOf(i % 5)).append("}\n");
        }
        Files.writeString(folder.resolve("eval/tasks/" + name + ".jsonl"), items);
    }

    private List<Path> records() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("eval/results"))) {
            return files.filter(file -> file.toString().endsWith(".json") && !file.getFileName().toString().startsWith(".")).toList();
        }
    }
}
