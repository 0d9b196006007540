package pruefstand.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBatchTest {

    @Test
    void fillsBatchesByTokensAndShortOnesFirst() {
        List<TokenBatch> batches = TokenBatch.plan(List.of(of(7), of(2), of(3), of(1), of(30), of(4)), 14);
        assertEquals(List.of(List.of(1, 2, 3), List.of(4, 7), List.of(30)), lengths(batches));
        assertEquals(List.of(3, 7, 30), batches.stream().map(TokenBatch::width).toList());
    }

    @Test
    void fillsUpToTheBudgetAndNotBeyond() {
        assertEquals(List.of(List.of(4, 4, 4)), lengths(TokenBatch.plan(List.of(of(4, 1), of(4, 2), of(4, 3)), 12)));
        assertEquals(List.of(List.of(4, 4), List.of(4)), lengths(TokenBatch.plan(List.of(of(4, 1), of(4, 2), of(4, 3)), 11)));
    }

    @Test
    void equalInputsAreComputedOnce() {
        List<TokenBatch> batches = TokenBatch.plan(List.of(of(3), of(5), of(3)), 100);
        assertEquals(List.of(List.of(3, 5)), lengths(batches));
        assertEquals(List.of(0, 2), batches.getFirst().rows().getFirst().places());
    }

    @Test
    void theOrderOfTheInputsChangesNoBatch() {
        List<Tokens> inputs = new ArrayList<>(IntStream.range(0, 60).mapToObj(i -> of(1 + i * 37 % 11, i)).toList());
        List<List<Integer>> expected = lengths(TokenBatch.plan(inputs, 20));
        List<String> first = ids(TokenBatch.plan(inputs, 20));
        assertEquals(first, ids(TokenBatch.plan(inputs.reversed(), 20)));
        assertEquals(expected, lengths(TokenBatch.plan(inputs.reversed(), 20)));
    }

    @Test
    void nothingMakesNoBatch() {
        assertEquals(List.of(), TokenBatch.plan(List.of(), 10));
    }

    private static Tokens of(int length) {
        return of(length, 0);
    }

    private static Tokens of(int length, long id) {
        long[] ids = new long[length];
        Arrays.fill(ids, id);
        return new Tokens(ids, new long[length], new boolean[length], false);
    }

    private static List<List<Integer>> lengths(List<TokenBatch> batches) {
        return batches.stream().map(batch -> batch.rows().stream().map(row -> row.tokens().length()).toList()).toList();
    }

    private static List<String> ids(List<TokenBatch> batches) {
        return batches.stream().map(batch -> batch.rows().stream().map(row -> Arrays.toString(row.tokens().ids())).toList().toString())
                .toList();
    }
}
