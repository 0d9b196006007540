package pruefstand.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenScores;
import pruefstand.engine.TokenSequence;
import pruefstand.engine.Vocabulary;

/** Decoders made by hand, against the same computed in Java from their definition. */
class OnnxScorerTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(HandMadeDecoder.Kind.class)
    void scoresAreThoseOfTheDefinition(HandMadeDecoder.Kind kind) throws IOException {
        List<TokenSequence> sequences = List.of(random(1, 2, 1), random(2, 40, 1), random(3, 40, 30), random(4, 7, 6));
        double tolerance = kind == HandMadeDecoder.Kind.HALF_PRECISION ? 1e-2 : 1e-4;
        try (Engine engine = open(kind)) {
            List<TokenScores> scores = engine.scorer().orElseThrow().score(sequences);
            for (int i = 0; i < sequences.size(); i++) {
                assertScores(sequences.get(i), scores.get(i), tolerance);
            }
        }
    }

    // A call holds 1024 tokens.
    @Test
    void aLongTextIsReadInPieces() throws IOException {
        TokenSequence sequence = random(9, 2600, 1000);
        try (Engine engine = open(HandMadeDecoder.Kind.WITH_PAST)) {
            assertEquals(1024, engine.description().settings().get("batch_tokens"));
            assertScores(sequence, engine.scorer().orElseThrow().score(List.of(sequence)).getFirst(), 1e-4);
        }
        try (Engine engine = open(HandMadeDecoder.Kind.WITHOUT_PAST)) {
            assertScores(sequence, engine.scorer().orElseThrow().score(List.of(sequence)).getFirst(), 1e-4);
        }
    }

    @Test
    void aDecoderScoresTheSameWithAndWithoutACache() throws IOException {
        List<TokenSequence> sequences = List.of(random(1, 2, 1), random(2, 40, 1), random(3, 40, 30), random(9, 1300, 1));
        try (Engine with = open(HandMadeDecoder.Kind.WITH_PAST); Engine without = open(HandMadeDecoder.Kind.WITHOUT_PAST)) {
            List<TokenScores> cached = with.scorer().orElseThrow().score(sequences);
            List<TokenScores> whole = without.scorer().orElseThrow().score(sequences);
            for (int i = 0; i < sequences.size(); i++) {
                assertArrayEquals(whole.get(i).logLikelihoods(), cached.get(i).logLikelihoods(), 1e-5);
            }
        }
    }

    @Test
    void aContextThatIsReadOnceChangesNothing() throws IOException {
        int[] context = random(12, 1500, 1).tokens();
        List<TokenSequence> choices = new ArrayList<>();
        for (int choice = 0; choice < 5; choice++) {
            int[] tokens = Arrays.copyOf(context, context.length + 1 + 3 * choice);
            Random random = new Random(choice);
            IntStream.range(context.length, tokens.length).forEach(i -> tokens[i] = random.nextInt(256));
            choices.add(new TokenSequence(tokens, choice == 4 ? 1 : context.length - choice % 2));
        }
        choices.add(choices.getFirst());
        assertEquals(1500, SequenceGroup.plan(choices, true, 1024).getFirst().shared());
        try (Engine engine = open(HandMadeDecoder.Kind.WITH_PAST)) {
            TokenScorer scorer = engine.scorer().orElseThrow();
            List<TokenScores> together = scorer.score(choices);
            for (int i = 0; i < choices.size(); i++) {
                assertScores(choices.get(i), together.get(i), 1e-4);
                assertArrayEquals(scorer.score(List.of(choices.get(i))).getFirst().logLikelihoods(),
                        together.get(i).logLikelihoods(), 1e-5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(HandMadeDecoder.Kind.class)
    void theOrderOfTheSequencesChangesNoBit(HandMadeDecoder.Kind kind) throws IOException {
        List<TokenSequence> sequences = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int[] tokens = random(i % 7, 20 + i, 1).tokens();
            tokens[tokens.length - 1] = i;
            sequences.add(new TokenSequence(tokens, 1 + i / 3));
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, sequences.size()).boxed().toList());
        Collections.shuffle(order, new Random(3));
        try (Engine engine = open(kind)) {
            TokenScorer scorer = engine.scorer().orElseThrow();
            List<TokenScores> expected = scorer.score(sequences);
            List<TokenScores> shuffled = scorer.score(order.stream().map(sequences::get).toList());
            for (int i = 0; i < order.size(); i++) {
                assertArrayEquals(expected.get(order.get(i)).logLikelihoods(), shuffled.get(i).logLikelihoods());
            }
        }
    }

    @Test
    void tokensAreBytesAndTheBeginning() throws IOException {
        try (Engine engine = open(HandMadeDecoder.Kind.WITH_PAST)) {
            TokenScorer scorer = engine.scorer().orElseThrow();
            assertEquals(new Vocabulary(258, OptionalInt.of(256), OptionalInt.of(257), true), scorer.vocabulary());
            assertEquals(4096, scorer.contextLength());
            String text = "Größe 😀\n";
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int[] tokens = scorer.tokenize(text, false);
            assertEquals(bytes.length, tokens.length);
            for (int i = 0; i < bytes.length; i++) {
                assertEquals(bytes[i] & 0xFF, tokens[i]);
                assertArrayEquals(new byte[] {bytes[i]}, scorer.bytesOf(tokens[i]));
            }
            assertArrayEquals(new int[] {256, 'a'}, scorer.tokenize("a", true));
            assertEquals(0, scorer.bytesOf(257).length);
        }
    }

    @Test
    void saysHowItReads() throws IOException {
        assertEquals("f32", cache(HandMadeDecoder.Kind.WITH_PAST));
        assertEquals("f16", cache(HandMadeDecoder.Kind.HALF_PRECISION));
        assertEquals("none", cache(HandMadeDecoder.Kind.WITHOUT_PAST));
    }

    @Test
    void whatDoesNotFitIsAMistake() throws IOException {
        try (Engine engine = open(HandMadeDecoder.Kind.WITH_PAST)) {
            TokenScorer scorer = engine.scorer().orElseThrow();
            assertThrows(IllegalArgumentException.class, () -> scorer.score(List.of(random(1, 4098, 4097))));
            assertThrows(IllegalArgumentException.class, () -> scorer.score(List.of(new TokenSequence(new int[] {1, 258}, 1))));
            assertTrue(engine.masked().isEmpty());
            assertTrue(engine.reranker().isEmpty());
        }
    }

    @Test
    void questionsAfterTheSameExamplesAreGroupsOfTheirOwn() {
        int[] examples = random(1, 100, 1).tokens();
        List<TokenSequence> sequences = new ArrayList<>();
        for (int question = 0; question < 3; question++) {
            for (int choice = 0; choice < 4; choice++) {
                int[] tokens = Arrays.copyOf(examples, 152);
                Arrays.fill(tokens, 100, 150, question);
                Arrays.fill(tokens, 150, 152, 100 + choice);
                sequences.add(new TokenSequence(tokens, 150));
            }
        }
        List<SequenceGroup> groups = SequenceGroup.plan(sequences, true, 1024);
        assertEquals(List.of(150, 150, 150), groups.stream().map(SequenceGroup::shared).toList());
        assertEquals(List.of(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7), List.of(8, 9, 10, 11)),
                groups.stream().map(SequenceGroup::members).toList());
        assertEquals(2, SequenceGroup.plan(sequences, false, 1024).size());
    }

    private String cache(HandMadeDecoder.Kind kind) throws IOException {
        try (Engine engine = open(kind)) {
            return (String) engine.description().settings().get("kv_cache");
        }
    }

    private Engine open(HandMadeDecoder.Kind kind) throws IOException {
        return OnnxEngine.open(HandMadeDecoder.attending(folder.resolve(kind.name()), kind), EngineSettings.withThreads(1));
    }

    private static TokenSequence random(int seed, int length, int from) {
        Random random = new Random(seed);
        return new TokenSequence(IntStream.generate(() -> random.nextInt(256)).limit(length).toArray(), from);
    }

    private static void assertScores(TokenSequence sequence, TokenScores found, double tolerance) {
        int step = Math.max(1, sequence.scored() / 40);
        for (int next = sequence.from(); next < sequence.tokens().length; next += step) {
            double[] logits = HandMadeDecoder.logits(sequence.tokens(), next);
            double sum = Arrays.stream(logits).map(Math::exp).sum();
            assertEquals(logits[sequence.tokens()[next]] - Math.log(sum), found.logLikelihoods()[next - sequence.from()], tolerance);
            double best = Arrays.stream(logits).max().orElseThrow();
            boolean near = best - logits[sequence.tokens()[next]] < tolerance;
            assertTrue(near || !found.greedy()[next - sequence.from()]);
        }
    }
}
