package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.ComputeOptions;
import pruefstand.engine.ComputeOptions.CacheType;
import pruefstand.engine.ComputeOptions.FlashAttention;
import pruefstand.engine.llamacpp.NativeLibrary;
import pruefstand.engine.server.Dialects;
import pruefstand.engine.server.StandIn;
import pruefstand.model.Adapter;
import pruefstand.model.FileHashes;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.Pooling;
import pruefstand.model.Prompts;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;

class CellKeysTest {

    private static final Variant VARIANT = new Variant("hash", new Source.Baseline("trigram-hash"), Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void otherWordsAboutATaskAreTheSameMeasurement() {
        assertEquals(key(model(Optional.empty()), sts("A", 1), "machine"), key(model(Optional.empty()), sts("B", 1), "machine"));
    }

    @Test
    void anotherVersionOfATaskIsAnotherMeasurement() {
        assertNotEquals(key(model(Optional.empty()), sts("A", 1), "machine"), key(model(Optional.empty()), sts("A", 2), "machine"));
    }

    @Test
    void otherPoolingIsAnotherMeasurement() {
        assertNotEquals(key(model(Optional.empty()), sts("A", 1), "machine"),
                key(model(Optional.of(Pooling.CLS)), sts("A", 1), "machine"));
    }

    @Test
    void otherDataAreAnotherMeasurement() throws IOException {
        String before = key(model(Optional.empty()), sts("A", 1), "machine");
        Files.writeString(folder.resolve("d.jsonl"), "{\"sentence1\":\"a\",\"sentence2\":\"b\",\"score\":1}\n");
        assertNotEquals(before, key(model(Optional.empty()), new Task(sts("A", 1).definition(), folder.resolve("t.yaml")), "machine"));
    }

    @Test
    void theMachineCountsForSpeedOnly() {
        Task speed = task("name: s\nversion: 1\nkind: speed\nlanguages: [de]\ndescription: {de: A, en: B}\n");
        assertNotEquals(key(model(Optional.empty()), speed, "cpu, 1 threads"), key(model(Optional.empty()), speed, "cpu, 2 threads"));
        assertEquals(key(model(Optional.empty()), sts("A", 1), "cpu, 1 threads"),
                key(model(Optional.empty()), sts("A", 1), "cpu, 2 threads"));
    }

    @Test
    void anotherLlamaCppIsAnotherMeasurement() throws IOException {
        assertNotEquals(llama(choice("a", ComputeOptions.DEFAULT), Optional.empty()),
                llama(choice("b", ComputeOptions.DEFAULT), Optional.empty()));
    }

    @Test
    void otherOptionsOfLlamaCppAreAnotherMeasurement() throws IOException {
        ComputeOptions exact = new ComputeOptions(OptionalInt.empty(), FlashAttention.OFF, CacheType.F32, true);
        assertNotEquals(llama(choice("a", ComputeOptions.DEFAULT), Optional.empty()), llama(choice("a", exact), Optional.empty()));
    }

    @Test
    void anotherAdapterOrScaleIsAnotherMeasurement() throws IOException {
        EngineChoice choice = choice("a", ComputeOptions.DEFAULT);
        Path one = Files.writeString(folder.resolve("one.gguf"), "1");
        Path copy = Files.writeString(folder.resolve("copy.gguf"), "1");
        Path other = Files.writeString(folder.resolve("other.gguf"), "2");
        String key = llama(choice, Optional.of(new Adapter(one, 1)));
        assertEquals(key, llama(choice, Optional.of(new Adapter(copy, 1))));
        assertNotEquals(key, llama(choice, Optional.of(new Adapter(other, 1))));
        assertNotEquals(key, llama(choice, Optional.of(new Adapter(one, 0.5))));
        assertNotEquals(key, llama(choice, Optional.empty()));
    }

    @Test
    void anotherBaseIsAnotherComparisonAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("d.txt"), "text");
        Task kld = task("name: t\nversion: 1\nkind: kld\nlanguages: [de]\ndescription: {de: A, en: B}\ndata: {text: d.txt}\n");
        assertEquals(compared("weights", kld), compared("weights", kld));
        assertNotEquals(compared("weights", kld), compared("others", kld));
        assertEquals(compared("weights", sts("A", 1)), compared("others", sts("A", 1)));
    }

    private String compared(String weights, Task task) throws IOException {
        Path file = Files.writeString(folder.resolve("model.gguf"), "quantized");
        Path base = Files.writeString(folder.resolve("base-" + weights + ".gguf"), weights);
        Variant variant = new Variant("v", new Source.LocalFile(file), Optional.of("b"));
        ListedModel model = model(Optional.empty()).withVariants(
                List.of(variant, new Variant("b", new Source.LocalFile(base), Optional.empty())));
        return new CellKeys(new FileHashes(Optional.empty()), "machine", () -> {
            throw new AssertionError("the choice names a library");
        }).of(model, variant, task, choice("a", ComputeOptions.DEFAULT));
    }

    private String llama(EngineChoice choice, Optional<Adapter> adapter) throws IOException {
        Path file = Files.writeString(folder.resolve("model.gguf"), "weights");
        Variant variant = new Variant("v", new Source.LocalFile(file), Optional.empty(), adapter);
        return new CellKeys(new FileHashes(Optional.empty()), "machine", () -> {
            throw new AssertionError("the choice names a library");
        }).of(model(Optional.empty()), variant, sts("A", 1), choice);
    }

    private EngineChoice choice(String content, ComputeOptions options) throws IOException {
        Path library = Files.createDirectories(folder.resolve("llama-" + content));
        Files.writeString(library.resolve("libllama.so"), content);
        return new EngineChoice(Optional.of(new NativeLibrary(library)), options);
    }

    @Test
    void whatAServerTellsIsAllThatCountsNotWhereItIs() {
        try (StandIn one = Dialects.ollama(); StandIn other = Dialects.ollama()) {
            String key = key(one, sts("A", 1));
            assertEquals(key, key(other, sts("A", 1)));
            other.on("/api/tags", "{\"models\": [{\"name\": \"llama3.2:latest\", \"digest\": \"0123\"}]}");
            assertNotEquals(key, key(other, sts("A", 1)));
        }
    }

    private static String key(StandIn server, Task task) {
        Variant variant = new Variant("s", new Source.Server(server.base(), "llama3.2", Optional.empty()), Optional.empty());
        return new CellKeys(new FileHashes(Optional.empty()), "machine", () -> {
            throw new AssertionError("a server needs no library");
        }).of(model(Optional.empty()), variant, task, EngineChoice.USUAL);
    }

    private static String key(ListedModel model, Task task, String machine) {
        return new CellKeys(new FileHashes(Optional.empty()), machine, () -> {
            throw new AssertionError("a baseline needs no library");
        }).of(model, VARIANT, task, EngineChoice.USUAL);
    }

    private static ListedModel model(Optional<Pooling> pooling) {
        return new ListedModel("M", List.of(), ModelKind.ENCODER, Optional.empty(), Optional.empty(), Optional.empty(), Prompts.NONE,
                pooling, Optional.empty(), List.of(VARIANT));
    }

    private Task sts(String words, int version) {
        try {
            if (Files.notExists(folder.resolve("d.jsonl"))) {
                Files.writeString(folder.resolve("d.jsonl"), "{\"sentence1\":\"a\",\"sentence2\":\"b\",\"score\":5}\n");
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return task("name: t\nversion: " + version + "\nkind: sts\nlanguages: [de]\ndescription: {de: \"" + words + "\", en: \"" + words
                + "\"}\ndata: {test: d.jsonl}\n");
    }

    private Task task(String yaml) {
        return new Task(TaskDefinition.read(yaml, "t.yaml"), folder.resolve("t.yaml"));
    }
}
