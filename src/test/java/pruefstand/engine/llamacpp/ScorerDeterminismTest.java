package pruefstand.engine.llamacpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenScores;
import pruefstand.engine.TokenSequence;
import pruefstand.task.Shared;

/** A score depends on its sequence and the model, and on nothing else. */
class ScorerDeterminismTest {

    @ParameterizedTest
    @ValueSource(strings = {"tiny-de-en-m-f16.gguf", "tiny-de-en-m-q4_k_m.gguf", "tiny-de-en-m-q4_0.gguf",
        "stories260K-q8_0.gguf"})
    void isBitIdenticalForAnyOrderAndFromRunToRun(String file) {
        List<TokenScores> first;
        List<TokenSequence> sequences;
        try (Engine engine = Models.open(file, 1)) {
            sequences = sequences(engine.scorer().orElseThrow());
            first = engine.scorer().orElseThrow().score(sequences);
        }
        try (Engine engine = Models.open(file, 1)) {
            assertSame(first, engine.scorer().orElseThrow().score(sequences), 0);
            assertSame(first.reversed(), engine.scorer().orElseThrow().score(sequences.reversed()), 0);
        }
    }

    // Kernels for repacked k-quants add up in another order when more rows are computed at once; the others do not.
    @ParameterizedTest
    @ValueSource(strings = {"tiny-de-en-m-f16.gguf", "tiny-de-en-m-q4_k_m.gguf", "fixtures/tiny-mamba2-f32.gguf",
        "fixtures/tiny-granitehybrid-f32.gguf", "fixtures/tiny-gemma3-f32.gguf", "fixtures/tiny-qwen3moe-f32.gguf"})
    void doesNotDependOnNeighbours(String file) {
        try (Engine engine = Models.open(file, 1)) {
            TokenScorer scorer = engine.scorer().orElseThrow();
            List<TokenSequence> sequences = sequences(scorer);
            List<TokenScores> together = scorer.score(sequences);
            for (int i = 0; i < sequences.size(); i += 5) {
                assertSame(together.subList(i, i + 1), scorer.score(sequences.subList(i, i + 1)),
                        file.contains("q4_k_m") ? 1e-5 : 0);
            }
        }
    }

    @Test
    void twoThreadsGiveWhatOneGives() {
        try (Engine one = Models.open("tiny-de-en-xs-f16.gguf", 1); Engine two = Models.open("tiny-de-en-xs-f16.gguf", 2)) {
            List<TokenSequence> sequences = sequences(one.scorer().orElseThrow()).subList(0, 4);
            assertSame(one.scorer().orElseThrow().score(sequences), two.scorer().orElseThrow().score(sequences), 1e-4);
        }
    }

    @Test
    void aLongSequenceIsScoredAsItsPrefixes() {
        try (Engine engine = Models.library().open(Shared.file("models/fixtures/tiny-mamba2-f32.gguf"),
                new EngineSettings(1, OptionalInt.of(2048), Optional.empty(), true))) {
            TokenScorer scorer = engine.scorer().orElseThrow();
            int[] tokens = scorer.tokenize(Models.text("de").repeat(2), true);
            TokenSequence whole = new TokenSequence(Arrays.copyOf(tokens, 1300), 1);
            TokenSequence half = new TokenSequence(Arrays.copyOf(tokens, 600), 1);
            double[] expected = scorer.score(List.of(half)).getFirst().logLikelihoods();
            double[] found = scorer.score(List.of(whole)).getFirst().logLikelihoods();
            assertArrayEquals(expected, Arrays.copyOf(found, 599), 1e-4);
        }
    }

    @Test
    void refusesATooLongSequenceAndAnUnknownToken() {
        try (Engine engine = Models.open("tiny-de-en-xs-f16.gguf", 1)) {
            TokenScorer scorer = engine.scorer().orElseThrow();
            assertEquals(256, scorer.contextLength());
            assertThrows(IllegalArgumentException.class, () -> scorer.score(List.of(new TokenSequence(new int[258], 1))));
            assertThrows(IllegalArgumentException.class, () -> scorer.score(List.of(new TokenSequence(new int[] {0, 2048}, 1))));
            assertThrows(IllegalArgumentException.class, () -> scorer.bytesOf(-1));
        }
    }

    private static List<TokenSequence> sequences(TokenScorer scorer) {
        int[] tokens = scorer.tokenize(Models.text("de"), true);
        Random random = new Random(7);
        List<TokenSequence> sequences = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int length = 2 + random.nextInt(i < 20 ? 60 : 250);
            int start = random.nextInt(tokens.length - length);
            sequences.add(new TokenSequence(Arrays.copyOfRange(tokens, start, start + length), 1 + random.nextInt(length - 1)));
        }
        Collections.shuffle(sequences, random);
        return sequences;
    }

    private static void assertSame(List<TokenScores> expected, List<TokenScores> found, double tolerance) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i).logLikelihoods(), found.get(i).logLikelihoods(), tolerance);
        }
    }
}
