package pruefstand.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Reciprocal rank fusion: Σ over the lists that hold a passage of 1 / (60 + rank), ranks from 1; of equals that which the last list
 * has first. Formula and constant: Cormack, Clarke and Büttcher, Reciprocal Rank Fusion outperforms Condorcet and individual Rank
 * Learning Methods, SIGIR 2009.
 */
final class Fusion {

    private static final double K = 60;

    private Fusion() {
    }

    /** The passages of all lists, best first. */
    static List<Integer> of(int[]... lists) {
        SequencedMap<Integer, Double> scores = new LinkedHashMap<>();
        for (int[] list : Arrays.asList(lists).reversed()) {
            for (int i = 0; i < list.length; i++) {
                scores.merge(list[i], 1 / (K + i + 1), Double::sum);
            }
        }
        return scores.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).map(Map.Entry::getKey).toList();
    }
}
