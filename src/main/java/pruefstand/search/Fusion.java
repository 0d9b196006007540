package pruefstand.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reciprocal rank fusion: Σ over the lists that hold a passage of 1 / (60 + rank), ranks from 1; of equals the smaller number
 * first. Formula and constant: Cormack, Clarke and Büttcher, Reciprocal Rank Fusion outperforms Condorcet and individual Rank
 * Learning Methods, SIGIR 2009.
 */
final class Fusion {

    private static final double K = 60;

    private Fusion() {
    }

    /** The passages of all lists with their scores, best first. */
    static List<Map.Entry<Integer, Double>> of(int[]... lists) {
        Map<Integer, Double> scores = new HashMap<>();
        for (int[] list : lists) {
            for (int i = 0; i < list.length; i++) {
                scores.merge(list[i], 1 / (K + i + 1), Double::sum);
            }
        }
        return scores.entrySet().stream().sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey())).toList();
    }
}
