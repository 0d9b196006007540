package pruefstand.task.perplexity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.llamacpp.LlamaCpp;
import pruefstand.engine.llamacpp.NativeLibrary;
import pruefstand.json.Json;
import pruefstand.task.Progress;
import pruefstand.task.Shared;
import pruefstand.task.Spans;

/** Agrees with PyTorch's figures for real models, within what llama.cpp's own arithmetic differs by. */
class PerplexityReferenceTest {

    private static final double RELATIVE = 1e-3;

    @ParameterizedTest
    @CsvSource({
        "tiny-de-en-xs-f16.gguf, tiny-de-en-xs, de", "tiny-de-en-xs-f16.gguf, tiny-de-en-xs, en",
        "tiny-de-en-m-f16.gguf, tiny-de-en-m, de", "tiny-de-en-m-f16.gguf, tiny-de-en-m, en",
        "stories260K.gguf, stories260K, story", "stories260K.gguf, stories260K, en", "stories260K-f16.gguf, stories260K, de"})
    void agreesWithPyTorch(String file, String name, String language) throws IOException {
        Map<?, ?> expected = part(part(reference(name), "texts"), language);
        String text = Files.readString(Shared.file("models/ref/text-" + language + ".txt"));
        try (Engine engine = open(Shared.file("models/" + file))) {
            compareChunks(part(expected, "llamacpp"), measure(engine, text, PerplexityMethod.LLAMA_CPP, 128));
            compareRolling(part(expected, "lmeval_rolling"), measure(engine, text, PerplexityMethod.LM_EVAL, Integer.MAX_VALUE));
        }
    }

    private static void compareChunks(Map<?, ?> expected, PerplexityResult found) {
        assertClose(number(expected, "ppl"), found.perplexity());
        assertClose(number(expected, "ppl_std_error"), found.stderr().orElseThrow());
        assertClose(number(expected, "mean_nll"), found.nll());
        assertEquals(number(expected, "scored_tokens"), found.tokens());
        assertEquals(number(expected, "n_chunks"), found.chunks());
    }

    private static void compareRolling(Map<?, ?> expected, PerplexityResult found) {
        assertEquals(number(expected, "max_seq_len"), found.contextLength());
        assertEquals(number(expected, "scored_tokens"), found.tokens());
        assertClose(number(expected, "ppl"), found.perplexity());
        // an error of the exponent grows with the tokens of a word, which some models have many of
        assertClose(Math.log(number(expected, "word_perplexity")), log(found.wordPerplexity()));
        assertClose(number(expected, "byte_perplexity"), found.bytePerplexity().orElseThrow());
        assertClose(Math.log(number(expected, "byte_perplexity")) / Math.log(2), found.bitsPerByte().orElseThrow());
    }

    private static double log(OptionalDouble value) {
        return Math.log(value.orElseThrow());
    }

    private static void assertClose(double expected, double found) {
        assertEquals(expected, found, RELATIVE * expected);
    }

    private static PerplexityResult measure(Engine engine, String text, PerplexityMethod method, int context) {
        return Perplexity.measure(engine.scorer().orElseThrow(), new PerplexityRequest(text, method, context, Spans.DEFAULT),
                Progress.SILENT);
    }

    private static Engine open(Path model) {
        Path home = Path.of(System.getProperty("pruefstand.home"));
        return LlamaCpp.load(NativeLibrary.find(Optional.empty(), home), _ -> { }).open(model, EngineSettings.withThreads(1));
    }

    private static Map<?, ?> reference(String name) throws IOException {
        return Json.read(Files.readString(Shared.file("models/ref/" + name + ".json")), name, Map.class);
    }

    private static Map<?, ?> part(Map<?, ?> of, String key) {
        return (Map<?, ?>) of.get(key);
    }

    private static double number(Map<?, ?> of, String key) {
        return ((Number) of.get(key)).doubleValue();
    }
}
