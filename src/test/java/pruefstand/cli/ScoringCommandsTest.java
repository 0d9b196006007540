package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.json.Json;
import pruefstand.task.Shared;

/** {@code score} and {@code kld} from the command line. */
class ScoringCommandsTest {

    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final String TEXT = Shared.file("models/ref/text-de.txt").toString();

    record Line(String context, String continuation) {
    }

    record Score(double loglikelihood, int tokens, boolean greedy) {
    }

    @Test
    void scoreGivesTheLogLikelihoodsOfPyTorch() {
        Map<?, ?> reference = Json.read(Shared.file("models/ref/tiny-de-en-m.json"), Map.class);
        Map<?, ?> question = (Map<?, ?>) ((List<?>) reference.get("multiple_choice")).getFirst();
        List<?> options = (List<?>) question.get("options");
        String lines = options.stream()
                .map(option -> Json.write(new Line((String) question.get("context"), (String) ((Map<?, ?>) option).get("text"))))
                .collect(Collectors.joining("\n\n"));
        List<Score> scores = scores(score(lines));
        assertEquals(options.size(), scores.size());
        for (int i = 0; i < scores.size(); i++) {
            Map<?, ?> expected = (Map<?, ?>) options.get(i);
            assertEquals((Double) expected.get("loglik"), scores.get(i).loglikelihood(), 1e-2);
            assertEquals(((List<?>) expected.get("continuation_ids")).size(), scores.get(i).tokens());
            assertEquals(expected.get("is_greedy"), scores.get(i).greedy());
        }
    }

    @Test
    void moreLinesThanAChunkComeBackInTheirOrder() {
        String lines = IntStream.range(0, 300).mapToObj(i -> Json.write(new Line("Es", i % 2 == 0 ? " ist" : " ist ein Hund")))
                .collect(Collectors.joining("\n"));
        List<Score> scores = scores(score(lines));
        assertEquals(300, scores.size());
        for (int i = 0; i < 300; i++) {
            assertEquals(scores.get(i % 2), scores.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"context\": \"a\"}", "{\"continuation\": \"a\"}", "{\"context\": \"a\", \"continuation\": \"\"}", "a",
        "null", "{\"context\": \"a\", \"continuation\": \"b\", \"more\": 1}"})
    void scoreSaysWhichLineIsWrong(String line) {
        ProgramRun run = score("{\"context\": \"a\", \"continuation\": \"b\"}\n\n" + line + "\n");
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains("-:3"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void scoreOfNothingIsNothing() {
        ProgramRun run = score("\n");
        assertEquals(0, run.code(), run.err());
        assertEquals("", run.out());
    }

    @Test
    void kldTellsHowFarAQuantizedModelIsFromItsBase() {
        ProgramRun run = ProgramRun.in(HERE, "kld", "--model", "tiny-de-en-m:Q8_0", "--base", model("tiny-de-en-m-f16"),
                "--text-file", TEXT, "--context", "128", "--threads", "1", "--json");
        assertEquals(0, run.code(), run.err());
        Map<?, ?> found = Json.read(run.out(), "kld", Map.class);
        assertEquals(441, found.get("tokens"));
        assertEquals(7, found.get("chunks"));
        // PyTorch's perplexity of the weights that the base holds in half precision
        assertEquals(29.5415, number(found, "base_perplexity"), 0.03);
        assertEquals(number(found, "perplexity") / number(found, "base_perplexity"), number(found, "perplexity_ratio"), 1e-9);
        assertTrue(number(found, "kl_divergence") > 0 && number(found, "kl_divergence") < 1e-3);
        assertTrue(number(found, "kl_divergence_p99") > number(found, "kl_divergence_p50"));
        assertTrue(number(found, "top_token_agreement") > 0.95);
        assertEquals("tiny-de-en-m-f16.gguf", ((Map<?, ?>) found.get("base")).get("file"));
    }

    @Test
    void kldOfAModelFromItselfIsZero() {
        ProgramRun run = ProgramRun.in(HERE, "kld", "--model", model("tiny-de-en-xs-q8_0"), "--base", model("tiny-de-en-xs-q8_0"),
                "--text-file", TEXT, "--threads", "1");
        assertEquals(0, run.code(), run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals("KL divergence: mean: 0.000000 ± 0.000000", lines.get(1));
        assertTrue(lines.contains("same top token: 100.000000 ± 0.000000 %"), run.out());
        assertTrue(lines.contains("ratio of the perplexities: 1.000000 ± 0.000000"), run.out());
    }

    @Test
    void kldRefusesAnotherVocabularyAndAMissingBase() {
        ProgramRun other = ProgramRun.in(HERE, "kld", "--model", model("tiny-de-en-xs-q8_0"), "--base", model("stories260K"),
                "--text-file", TEXT, "--threads", "1");
        assertEquals(2, other.code());
        assertTrue(other.err().contains("do not have the same vocabulary"), other.err());
        ProgramRun missing = ProgramRun.in(HERE, "kld", "--model", model("tiny-de-en-xs-q8_0"), "--base", "nowhere.gguf",
                "--text-file", TEXT);
        assertEquals(3, missing.code(), missing.err());
    }

    private static double number(Map<?, ?> found, String key) {
        return ((Number) found.get(key)).doubleValue();
    }

    private static String model(String name) {
        return Shared.file("models/" + name + ".gguf").toString();
    }

    private static List<Score> scores(ProgramRun run) {
        assertEquals(0, run.code(), run.err());
        return run.out().lines().map(line -> Json.read(line, "score", Score.class)).toList();
    }

    private static ProgramRun score(String input) {
        return ProgramRun.in(HERE, input, new String[] {"score", "--model", model("tiny-de-en-m-f16"), "--threads", "1"});
    }
}
