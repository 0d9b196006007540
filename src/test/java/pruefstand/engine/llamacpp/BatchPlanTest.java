package pruefstand.engine.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.engine.TokenSequence;

class BatchPlanTest {

    @ParameterizedTest
    @CsvSource({
        // read, context length; filled up to, room, sequences in the context, sequences in a call
        "1, 4096, 32, 256, 8, 8", "32, 4096, 32, 256, 8, 8", "33, 4096, 64, 256, 8, 8", "127, 4096, 128, 256, 8, 4",
        "256, 4096, 256, 256, 8, 2", "257, 4096, 288, 512, 1, 1", "512, 4096, 512, 512, 1, 1", "513, 4096, 544, 1024, 1, 1",
        "3000, 4096, 3008, 4096, 1, 1", "77, 77, 77, 77, 8, 6", "300, 300, 300, 300, 1, 1", "4096, 4096, 4096, 4096, 1, 1"})
    void theShapeFollowsFromTheLengthAlone(int read, int contextLength, int length, int room, int sequences, int together) {
        ScoringShape shape = ScoringShape.of(read, contextLength);
        assertEquals(new ScoringShape(length, room), shape);
        assertEquals(sequences, shape.sequences());
        assertEquals(together, shape.together());
    }

    @Test
    void sequencesOfOneShapeMeetWhateverTheirOrder() {
        List<TokenSequence> sequences = Stream.of(40, 200, 20, 30, 199, 201).map(n -> new TokenSequence(new int[n], 1)).toList();
        assertEquals(List.of(List.of(2, 3), List.of(0), List.of(4, 1), List.of(5)),
                new ScoringPlan(sequences, 256).batches().stream().map(ScoringBatch::members).toList());
        assertEquals(List.of(), new ScoringPlan(List.of(), 256).batches());
    }

    @Test
    void textsStartAtLanesAndDoNotCrossTiles() {
        List<EncoderInput> inputs = Stream.of(10, 40, 5, 0, 30, 70, 300).map(n -> new EncoderInput(new int[n], false)).toList();
        List<EncoderBatch> batches = EncoderBatch.plan(inputs, EncoderBatch.USUAL_TOKENS);
        assertEquals(List.of(new EncoderBatch.Member(2, 0, 5), new EncoderBatch.Member(0, 16, 10),
                new EncoderBatch.Member(4, 32, 30), new EncoderBatch.Member(1, 64, 40), new EncoderBatch.Member(5, 128, 70)),
                batches.get(0).members());
        assertEquals(256, batches.get(0).tokens());
        assertEquals(256, batches.get(0).room());
        assertEquals(List.of(new EncoderBatch.Member(6, 0, 300)), batches.get(1).members());
        assertEquals(320, batches.get(1).tokens());
        assertEquals(512, batches.get(1).room());
    }

    @Test
    void aCallNeverHoldsMoreSequencesThanTheContext() {
        List<EncoderInput> inputs = Stream.generate(() -> new EncoderInput(new int[1], false)).limit(100).toList();
        for (EncoderBatch batch : EncoderBatch.plan(inputs, EncoderBatch.USUAL_TOKENS)) {
            assertTrue(2 * batch.members().size() <= EncoderBatch.SEQUENCES, batch.toString());
        }
    }
}
