package pruefstand.engine.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Inputs that are computed in one call, filled up to the length of the longest.
 *
 * @param rows what is computed, shorter ones first
 */
record TokenBatch(List<Row> rows) {

    /**
     * One input.
     *
     * @param tokens what is read
     * @param places where its result belongs; several where the same input was given several times
     */
    record Row(Tokens tokens, List<Integer> places) {
    }

    /**
     * Divides inputs into batches of about the same number of tokens. What meets in a batch follows from the inputs, not from
     * their order, and equal inputs are computed once: so the order changes no result.
     *
     * @param budget tokens of a batch, those included that only fill it up; a single input may be longer
     */
    static List<TokenBatch> plan(List<Tokens> inputs, int budget) {
        Map<Tokens, List<Integer>> distinct = new TreeMap<>(Tokens.ORDER);
        IntStream.range(0, inputs.size())
                .forEach(place -> distinct.computeIfAbsent(inputs.get(place), _ -> new ArrayList<>()).add(place));
        List<TokenBatch> batches = new ArrayList<>();
        List<Row> open = new ArrayList<>();
        distinct.forEach((tokens, places) -> {
            if (!open.isEmpty() && (open.size() + 1L) * tokens.length() > budget) {
                batches.add(new TokenBatch(List.copyOf(open)));
                open.clear();
            }
            open.add(new Row(tokens, List.copyOf(places)));
        });
        if (!open.isEmpty()) {
            batches.add(new TokenBatch(List.copyOf(open)));
        }
        return batches;
    }

    /** Tokens of the longest row. */
    int width() {
        return rows.getLast().tokens().length();
    }
}
