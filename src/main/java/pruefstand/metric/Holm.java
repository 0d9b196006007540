package pruefstand.metric;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction: of m p values, the k-th smallest is multiplied by {@code m - k + 1}, is no smaller than the one before it and at
 * most 1. So the chance that any difference of the family passes for real although it is none stays what it would be for one. Ties
 * keep the order given. No p values: none. Source: Holm (1979); agrees with R's {@code p.adjust}.
 */
public final class Holm {

    private Holm() {
    }

    /** The corrected values, in the order given. */
    public static List<Double> correct(List<Double> p) {
        int m = p.size();
        int[] order = IntStream.range(0, m).boxed().sorted(Comparator.comparingDouble(p::get)).mapToInt(Integer::intValue).toArray();
        Double[] corrected = new Double[m];
        double least = 0;
        for (int k = 0; k < m; k++) {
            least = Math.max(least, Math.min(1, (m - k) * p.get(order[k])));
            corrected[order[k]] = least;
        }
        return List.of(corrected);
    }
}
