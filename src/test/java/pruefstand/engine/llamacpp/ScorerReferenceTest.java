package pruefstand.engine.llamacpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.engine.Continuation;
import pruefstand.engine.ContinuationScore;
import pruefstand.engine.ComputeOptions;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenScores;
import pruefstand.engine.TokenSequence;
import pruefstand.task.Shared;

/** Agrees with what PyTorch computed on the same weights. */
class ScorerReferenceTest {

    private static final double RELATIVE = 1e-3;

    @ParameterizedTest
    @CsvSource({
        "tiny-de-en-m-f16.gguf, tiny-de-en-m, de", "tiny-de-en-m-f16.gguf, tiny-de-en-m, en",
        "tiny-de-en-xs-f16.gguf, tiny-de-en-xs, de", "tiny-de-en-xs-f16.gguf, tiny-de-en-xs, en",
        "stories260K.gguf, stories260K, story", "stories260K.gguf, stories260K, en", "stories260K.gguf, stories260K, de",
        "stories260K-f16.gguf, stories260K, story", "stories260K-f16.gguf, stories260K, en",
        "stories260K-f16.gguf, stories260K, de"})
    void tokensPerplexityAndEachTokenAgree(String file, String reference, String language) {
        Map<?, ?> expected = Models.reference("ref/" + reference + ".json");
        try (Engine engine = Models.open(file, 1)) {
            TokenScorer scorer = engine.scorer().orElseThrow();
            String text = Models.text(language);
            assertArrayEquals(Models.integers(Models.at(expected, "texts", language, "token_ids")), scorer.tokenize(text, true));
            List<TokenScores> scores = scorer.score(Models.chunks(scorer, text));
            double perplexity = Models.number(expected, "texts", language, "llamacpp", "ppl");
            assertEquals(perplexity, perplexity(scores), RELATIVE * perplexity);
            assertEachToken((List<?>) Models.at(expected, "texts", language, "llamacpp", "token_nll"), scores);
        }
    }

    // Default settings keep keys and values in half precision, which moves a single token by some thousandths.
    private static void assertEachToken(List<?> expected, List<TokenScores> found) {
        for (int chunk = 0; chunk < found.size(); chunk++) {
            double[] nll = Arrays.stream(found.get(chunk).logLikelihoods()).map(ll -> -ll).toArray();
            assertArrayEquals(Models.numbers(expected.get(chunk)), nll, 0.06, "chunk " + chunk);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // of ln(perplexity) over a text, of each token of a sequence; the fixtures' README has what the library itself reaches
        "tiny-qwen3, 5e-5, 7e-3", "tiny-qwen3moe, 2e-4, 7e-3", "tiny-gemma3, 1e-4, 7e-3", "tiny-granitehybrid, 2e-6, 2e-4",
        "tiny-mamba2, 1e-6, 1e-5"})
    void architecturesOfEveryKindAgree(String name, double tolerance, double ofAToken) {
        Map<?, ?> expected = Models.reference("fixtures/ref/" + name + ".json");
        try (Engine engine = Models.open("fixtures/" + name + "-f32.gguf", 1)) {
            TokenScorer scorer = engine.scorer().orElseThrow();
            double perplexity = perplexity(scorer.score(Models.chunks(scorer, Models.text("de"))));
            assertEquals(Math.log(Models.number(expected, "text", "ppl")), Math.log(perplexity), tolerance);
            TokenScores sequence = scorer.score(List.of(new TokenSequence(
                    Models.integers(Models.at(expected, "sequence", "token_ids")), 1))).getFirst();
            assertArrayEquals(Models.numbers(Models.at(expected, "sequence", "loglik")), sequence.logLikelihoods(), ofAToken);
        }
    }

    /** Weights of 16 bits round what they are multiplied with, which moves single tokens by up to 4e-3 (the fixtures' README). */
    @ParameterizedTest
    @CsvSource({"stories260K.gguf, stories260K, 1e-3", "stories260K-f16.gguf, stories260K, 1e-2",
        "tiny-de-en-m-f16.gguf, tiny-de-en-m, 1e-2", "tiny-de-en-xs-f16.gguf, tiny-de-en-xs, 1e-2"})
    void multipleChoiceLogLikelihoodsAndGreedinessAgree(String file, String reference, double tolerance) {
        EngineSettings exact = EngineSettings.withThreads(1).with(ComputeOptions.EXACT);
        try (Engine engine = Models.library().open(Shared.file("models/" + file), exact)) {
            for (Object each : (List<?>) Models.at(Models.reference("ref/" + reference + ".json"), "multiple_choice")) {
                Map<?, ?> question = (Map<?, ?>) each;
                List<?> options = (List<?>) question.get("options");
                List<ContinuationScore> scores = engine.continuations().orElseThrow().score(options.stream()
                        .map(option -> new Continuation((String) question.get("context"), (String) ((Map<?, ?>) option).get("text")))
                        .toList());
                for (int i = 0; i < options.size(); i++) {
                    assertOption((Map<?, ?>) options.get(i), scores.get(i), tolerance);
                }
            }
        }
    }

    private static void assertOption(Map<?, ?> option, ContinuationScore found, double tolerance) {
        assertEquals(Models.integers(option.get("continuation_ids")).length, found.tokens());
        assertEquals(Models.number(option, "loglik"), found.logLikelihood(), tolerance);
        assertEquals(option.get("is_greedy"), found.greedy());
    }

    @Test
    void tokensOfATextGiveItsBytesBack() {
        try (Engine engine = Models.open("tiny-de-en-xs-f16.gguf", 1)) {
            TokenScorer scorer = engine.scorer().orElseThrow();
            String text = "Größe 😀 und\nmehr\u0000.";
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int token : scorer.tokenize(text, false)) {
                bytes.writeBytes(scorer.bytesOf(token));
            }
            assertEquals(text, bytes.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void theVocabularyIsAsTheReadmeSays() {
        try (Engine stories = Models.open("stories260K.gguf", 1); Engine own = Models.open("tiny-de-en-xs-f16.gguf", 1)) {
            var spm = stories.scorer().orElseThrow().vocabulary();
            assertEquals(512, spm.size());
            assertEquals(1, spm.bos().orElseThrow());
            assertEquals(true, spm.addsBos());
            assertEquals(0, stories.scorer().orElseThrow().bytesOf(1).length);
            assertEquals(2048, own.scorer().orElseThrow().vocabulary().size());
            assertEquals(false, own.scorer().orElseThrow().vocabulary().addsBos());
            assertEquals(0, own.scorer().orElseThrow().tokenize("", true).length);
        }
    }

    private static double perplexity(List<TokenScores> scores) {
        return Math.exp(-scores.stream().flatMapToDouble(s -> Arrays.stream(s.logLikelihoods())).average().orElseThrow());
    }
}
