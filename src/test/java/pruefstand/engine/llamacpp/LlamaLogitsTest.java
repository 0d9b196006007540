package pruefstand.engine.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.engine.Engine;
import pruefstand.engine.LogitCursor;
import pruefstand.engine.TokenScores;
import pruefstand.engine.TokenSequence;
import pruefstand.vector.LogSoftmax;

class LlamaLogitsTest {

    @ParameterizedTest
    @CsvSource({"tiny-de-en-xs-f16.gguf, 5e-3", "fixtures/tiny-granitehybrid-f32.gguf, 1e-4", "fixtures/tiny-mamba2-f32.gguf, 1e-5"})
    void aWalkSaysOfEachTokenWhatTheScorerSays(String file, double tolerance) {
        try (Engine engine = Models.open(file, 1)) {
            int[] tokens = engine.scorer().orElseThrow().tokenize(Models.text("de"), true);
            TokenSequence sequence = new TokenSequence(Arrays.copyOf(tokens, 250), 100);
            TokenScores expected = engine.scorer().orElseThrow().score(List.of(sequence)).getFirst();
            LogitCursor cursor = engine.logits().orElseThrow().walk(sequence);
            for (int i = 100; i < 250; i++) {
                assertTrue(cursor.advance());
                MemorySegment logits = cursor.logits();
                assertEquals(2048, logits.byteSize() / Float.BYTES);
                LogSoftmax softmax = LogSoftmax.of(logits);
                assertEquals(expected.logLikelihoods()[i - 100],
                        softmax.logProbability(logits.getAtIndex(ValueLayout.JAVA_FLOAT, tokens[i])), tolerance);
            }
            assertFalse(cursor.advance());
            int tooMany = engine.scorer().orElseThrow().contextLength() + 2;
            assertThrows(IllegalArgumentException.class,
                    () -> engine.logits().orElseThrow().walk(new TokenSequence(new int[tooMany], 1)));
        }
    }
}
