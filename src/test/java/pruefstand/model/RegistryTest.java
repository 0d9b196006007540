package pruefstand.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.text.Refusal;
import pruefstand.text.RefusalKind;

/** What a registry file may say, and what it is told when it says something else. */
class RegistryTest {

    @TempDir
    private Path folder;

    @Test
    void aFileMayBeAGraphAndVectorsAreVectors() throws IOException {
        Registry registry = read("""
                models:
                  - name: A
                    kind: encoder
                    variants:
                      - {name: q4, file: a/onnx/model_q4.onnx}
                      - {name: gguf, file: a.gguf}
                      - {name: words, vectors: w.bin}
                """);
        assertEquals(List.of(new Source.OnnxFolder(folder.resolve("a/onnx/model_q4.onnx")), new Source.LocalFile(folder.resolve("a.gguf")),
                new Source.WordVectors(folder.resolve("w.bin"))),
                registry.models().getFirst().variants().stream().map(Variant::source).toList());
    }

    @Test
    void readsEveryKindOfSource() throws IOException {
        Registry registry = read("""
                models:
                  - name: A
                    kind: decoder
                    variants:
                      - {name: f, file: a.gguf}
                      - {name: h, hub: o/r, file: a.gguf, revision: v1, sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef}
                      - {name: s, server: "http://127.0.0.1:8080/v1", model: m, api_key_env: KEY}
                      - {name: o, folder: onnx/a}
                      - {name: b, baseline: trigram-hash}
                """);
        assertEquals(new Source.LocalFile(folder.resolve("a.gguf")), registry.models().getFirst().variants().getFirst().source());
        assertEquals(5, registry.models().getFirst().variants().size());
    }

    @Test
    void readsAdaptersWithTheirScale() throws IOException {
        Registry registry = read("""
                models:
                  - name: A
                    kind: decoder
                    variants:
                      - {name: plain, file: a.gguf}
                      - {name: tuned, file: a.gguf, lora: adapters/mine.gguf}
                      - {name: half, hub: o/r, file: a.gguf, lora: adapters/mine.gguf, lora_scale: 0.5}
                """);
        Path mine = folder.resolve("adapters/mine.gguf");
        assertEquals(List.of(Optional.empty(), Optional.of(new Adapter(mine, 1)), Optional.of(new Adapter(mine, 0.5))),
                registry.models().getFirst().variants().stream().map(Variant::adapter).toList());
        Files.createFile(folder.resolve("a.gguf"));
        Variant tuned = registry.models().getFirst().variants().get(1);
        assertInstanceOf(Readiness.NotRunnable.class, Readiness.of(tuned));
        Files.createDirectories(mine.getParent());
        Files.createFile(mine);
        assertInstanceOf(Readiness.Ready.class, Readiness.of(tuned));
    }

    @Test
    void readsWhatAJobAsksOfSlurm() throws IOException {
        Registry registry = read("""
                models:
                  - name: A
                    kind: decoder
                    slurm: {gres: "gpu:1", time: 1h30m, memory_gb: 16, cpus: 8, partition: gpu}
                  - {name: B, kind: decoder}
                """);
        assertEquals(new SlurmRequest(Optional.of("gpu:1"), Optional.of(Duration.ofMinutes(90)), OptionalDouble.of(16), OptionalInt.of(8),
                Optional.of("gpu")), registry.models().getFirst().slurm());
        assertEquals(SlurmRequest.NONE, registry.models().getLast().slurm());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "models: [null] | models: entry 1 is empty",
        "models: [{name: A, kind: decoder, aliases: [x, null]}] | A: aliases: entry 2 is empty",
        "models: [{name: A, kind: decoder, training_data: [null]}] | A: training_data: entry 1 is empty",
        "models: [{name: A, kind: decoder, variants: [null]}] | A: variants: entry 1 is empty",
        "models: [{name: A, kind: decoder, variants: [{name: v, server: 'http://a b'}]}] | A:v: server: 'http://a b' is no address",
        "models: [{name: A, kind: decoder, variants: [{name: v, server: 'ftp://a'}]}] | A:v: server: 'ftp://a' is no address",
        "models: [{name: A, kind: decoder, variants: [{name: v, server: 'http://u:p@a'}]}] | A:v: server: a key has no place in an address",
        "models: [{name: A, kind: decoder, variants: [{name: v, file: \"a\\0b\"}]}] | A:v: file is no path",
        "models: [{name: A, kind: decoder, variants: [{name: v, folder: ''}]}] | A:v: folder is empty",
        "models: [{name: A, kind: decoder, variants: [{name: v, file: a.gguf, sha256: abc}]}] | A:v: sha256 says something only beside hub",
        "models: [{name: A, kind: decoder, variants: [{name: v, folder: a, lora: b}]}] | A:v: lora says something only beside file",
        "models: [{name: A, kind: decoder, variants: [{name: v, file: a, lora_scale: 2}]}] | A:v: lora_scale says something only beside lora",
        "models: [{name: A, kind: decoder, variants: [{name: v, file: a, lora: ''}]}] | A:v: lora is empty",
        "models: [{name: A, kind: decoder, variants: [{name: v, file: a, lora: b, lora_scale: .inf}]}] | A:v: lora_scale is no number",
        "models: [{name: A, kind: decoder, variants: [{name: v, hub: r, file: a.gguf}]}] | A:v: hub: 'r' is no repository; expected owner/name",
        "models: [{name: A, kind: decoder, variants: [{name: v, hub: ../r, file: a.gguf}]}] | A:v: hub: '../r' is no repository",
        "models: [{name: A, kind: decoder, variants: [{name: v, hub: o/r}]}] | A:v: file: '' is no file of a repository",
        "models: [{name: A, kind: decoder, variants: [{name: v, hub: o/r, file: ../a.gguf}]}] | A:v: file: '../a.gguf' is no file",
        "models: [{name: A, kind: decoder, variants: [{name: v, hub: o/r, file: /a.gguf}]}] | A:v: file: '/a.gguf' is no file",
        "models: [{name: A, kind: decoder, variants: [{name: v, hub: o/r, file: a.gguf, revision: a/..}]}] | A:v: revision: 'a/..' is no",
        "models: [{name: A, kind: decoder, variants: [{name: v, hub: o/r, file: a.gguf, sha256: AB}]}] | A:v: sha256: 'AB' is no SHA-256",
        "models: [{name: A, kind: encoder, variants: [{name: v, baseline: x}]}] | A:v: there is no baseline 'x'; there are: trigram-hash, tf-idf, bm25, random, constant",
        "models: [{name: A, kind: decoder, slurm: {time: soon}}] | A: slurm: time is 'soon'; expected is a time such as 90s, 30m or 20h",
        "models: [{name: A, kind: decoder, slurm: {memory_gb: 0}}] | A: slurm: memory_gb is 0.0; expected is a number above 0",
        "models: [{name: A, kind: decoder, slurm: {cpus: 0}}] | A: slurm: cpus is 0; expected is a whole number above 0",
        "models: [{name: A, kind: decoder, slurm: {gres: ''}}] | A: slurm: gres is empty",
        "models: [{name: A, kind: decoder, slurm: {gpu: 1}}] | gpu",
        "models: [{name: A, kind: decoder, variants: [{name: v}]}] | A:v: expected exactly one of"})
    void saysWhatCannotBeMeant(String text, String part) throws IOException {
        Refusal refusal = assertThrows(Refusal.class, () -> read(text));
        assertEquals(RefusalKind.INPUT, refusal.kind());
        assertTrue(refusal.getMessage().startsWith(folder.resolve("models.yaml") + ":"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }

    @Test
    void namesEveryFaultAtOnce() {
        Refusal refusal = assertThrows(Refusal.class, () -> read("models: [null, {name: A, aliases: [null]}]"));
        for (String part : new String[] {"models: entry 1", "A: no kind", "A: aliases: entry 1"}) {
            assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
        }
    }

    private Registry read(String text) throws IOException {
        return Registry.read(Files.writeString(folder.resolve("models.yaml"), text));
    }
}
