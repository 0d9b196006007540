package pruefstand.engine.llamacpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pruefstand.engine.ComputeOptions;
import pruefstand.engine.ComputeOptions.CacheType;
import pruefstand.engine.ComputeOptions.FlashAttention;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Prompt;
import pruefstand.engine.Sampling;
import pruefstand.engine.TokenScores;
import pruefstand.engine.TokenSequence;
import pruefstand.task.Shared;
import pruefstand.text.Refusal;

/** The kinds of models that the trained ones do not cover, in the ways in which they can be computed. */
class FixturesTest {

    /** The last column is what the fixtures' README found in exact mode: gemma3's GELU goes through a table of 16 bits. */
    @ParameterizedTest
    @CsvSource({"tiny-qwen3, 1e-5, 1e-6", "tiny-qwen3moe, 1e-5, 1e-6", "tiny-granitehybrid, 1e-5, 1e-6",
        "tiny-mamba2, 1e-5, 1e-6", "tiny-gemma3, 2e-3, 1e-5"})
    void inExactModeTheNumbersAreThoseOfPyTorch(String name, double perToken, double perplexity) {
        Map<?, ?> expected = Models.reference("fixtures/ref/" + name + ".json");
        try (Engine engine = open("fixtures/" + name + "-f32.gguf", ComputeOptions.EXACT)) {
            assertArrayEquals(Models.numbers(Models.at(expected, "sequence", "loglik")), sequence(engine, expected, "sequence"), perToken);
            assertEquals(0, Math.log(perplexity(engine) / Models.number(expected, "text", "ppl")), perplexity);
            assertEquals("f32", engine.description().settings().get("kv_cache"));
            assertEquals("off", engine.description().settings().get("flash_attention"));
            assertEquals(0, engine.description().settings().get("gpu_layers"));
        }
    }

    @ParameterizedTest
    @CsvSource({"tiny-mamba2, recurrent", "tiny-granitehybrid, hybrid", "tiny-qwen3,"})
    void aModelThatKeepsAStateSaysSoAndWrites(String name, String memory) {
        try (Engine engine = open("fixtures/" + name + "-f32.gguf", ComputeOptions.DEFAULT)) {
            assertEquals(memory, engine.description().settings().get("memory"));
            var order = new GenerationRequest(new Prompt.Text(Models.text("de").substring(0, 500)), 6, Sampling.GREEDY, List.of());
            String first = engine.generator().orElseThrow().generate(order, _ -> { }).text();
            assertEquals(first, engine.generator().orElseThrow().generate(order, _ -> { }).text());
        }
    }

    @ParameterizedTest
    @EnumSource(CacheType.class)
    void everyTypeOfCacheGivesAboutTheSame(CacheType type) {
        try (Engine engine = open("tiny-de-en-m-q8_0.gguf",
                new ComputeOptions(OptionalInt.empty(), FlashAttention.ON, type, false))) {
            assertEquals(Math.log(29.5415), Math.log(perplexity(engine)), 0.05);
            assertEquals(type.toString(), engine.description().settings().get("kv_cache"));
            assertEquals(false, engine.description().settings().get("mmap"));
        }
    }

    @Test
    void aQuantizedCacheWithoutFlashAttentionIsRefusedWithTheReason() {
        try (Engine engine = open("tiny-de-en-xs-f16.gguf",
                new ComputeOptions(OptionalInt.empty(), FlashAttention.OFF, CacheType.Q8_0, true))) {
            Refusal refusal = assertThrows(Refusal.class, () -> perplexity(engine));
            assertEquals("engine.llamacpp.context", refusal.what().key());
            assertTrue(refusal.getMessage().contains("flash_attn"), refusal.getMessage());
        }
    }

    private static Engine open(String file, ComputeOptions options) {
        EngineSettings settings = new EngineSettings(1, OptionalInt.of(256), Optional.empty(), true, options, Optional.empty());
        return Models.library().open(Shared.file("models/" + file), settings);
    }

    static double[] sequence(Engine engine, Map<?, ?> expected, String... path) {
        String[] tokens = Arrays.copyOf(path, path.length + 1);
        tokens[path.length] = "token_ids";
        return engine.scorer().orElseThrow().score(List.of(new TokenSequence(Models.integers(Models.at(expected, tokens)), 1)))
                .getFirst().logLikelihoods();
    }

    static double perplexity(Engine engine) {
        List<TokenScores> scores = engine.scorer().orElseThrow().score(Models.chunks(engine.scorer().orElseThrow(), Models.text("de")));
        return Math.exp(-scores.stream().flatMapToDouble(s -> Arrays.stream(s.logLikelihoods())).average().orElseThrow());
    }
}
