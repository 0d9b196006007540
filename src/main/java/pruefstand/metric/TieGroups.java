package pruefstand.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Ranks of models of which some cannot be told apart. Models are ordered by value; a new rank begins only where every model before is
 * told apart from every model after, so that models that cannot be told apart always share a rank. All pairs of models are one family
 * of comparisons, {@link Holm}'s correction is made over it. A rank is 1 + the number of models on better ones.
 *
 * @param ranks of the models, in the order given
 */
public record TieGroups(List<Integer> ranks) {

    /** Below this many items no rank is given: almost nothing would be told apart, and what is, might be luck. */
    public static final int FEWEST_ITEMS = 200;

    public TieGroups {
        ranks = List.copyOf(ranks);
    }

    /**
     * Ranks models by one metric.
     *
     * @param models what the same draws gave for each; all defined
     * @param higherIsBetter direction of the metric
     */
    public static TieGroups of(List<Resamples> models, boolean higherIsBetter) {
        boolean[][] apart = apart(models);
        double sign = higherIsBetter ? -1 : 1;
        List<Integer> order = IntStream.range(0, models.size()).boxed()
                .sorted(Comparator.comparingDouble(i -> sign * models.get(i).value().orElseThrow())).toList();
        Integer[] ranks = new Integer[models.size()];
        int rank = 1;
        for (int place = 0; place < order.size(); place++) {
            if (place > 0 && isCut(order, place, apart)) {
                rank = place + 1;
            }
            ranks[order.get(place)] = rank;
        }
        return new TieGroups(Arrays.asList(ranks));
    }

    private static boolean isCut(List<Integer> order, int place, boolean[][] apart) {
        return order.subList(0, place).stream()
                .allMatch(before -> order.subList(place, order.size()).stream().allMatch(after -> apart[before][after]));
    }

    private static boolean[][] apart(List<Resamples> models) {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            for (int j = i + 1; j < models.size(); j++) {
                pairs.add(new int[] {i, j});
            }
        }
        List<Optional<Difference>> differences = pairs.stream().map(pair -> models.get(pair[0]).minus(models.get(pair[1]))).toList();
        List<Double> corrected = Holm.correct(differences.stream().map(found -> found.map(Difference::p).orElse(1.0)).toList());
        boolean[][] apart = new boolean[models.size()][models.size()];
        for (int k = 0; k < pairs.size(); k++) {
            double p = corrected.get(k);
            boolean real = differences.get(k).filter(found -> found.isReal(p)).isPresent();
            apart[pairs.get(k)[0]][pairs.get(k)[1]] = real;
            apart[pairs.get(k)[1]][pairs.get(k)[0]] = real;
        }
        return apart;
    }
}
