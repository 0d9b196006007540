package pruefstand.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Percentile bootstrap: the statistic of as many blocks as there are, drawn with replacement, again and again; the interval
 * lies between the 2.5th and the 97.5th percentile of the results (linear interpolation between order statistics), the
 * standard error is their sample standard deviation. A block is whatever is drawn as a whole: an item, a chunk, a span.
 *
 * <p>The draws come from one {@link SplittableRandom} in one thread, so a seed gives the same interval on every machine; two
 * statistics over equally many blocks get the same draws. Draws that do not define the statistic are left out, and the method
 * says how many counted. Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
 *
 * @param resamples how often all blocks are drawn, at least 2
 * @param seed of the draws
 */
public record Bootstrap(int resamples, long seed) {

    public static final Bootstrap DEFAULT = new Bootstrap(1000, 7);

    /** Fewer blocks say too little about how they spread. */
    public static final int FEWEST_BLOCKS = 10;

    public Bootstrap {
        if (resamples < 2) {
            throw new IllegalArgumentException("a bootstrap needs at least 2 resamples, got " + resamples);
        }
    }

    /** The interval of a statistic of independent items. */
    public Interval overItems(int count, Statistic statistic) {
        return over(new Blocks("percentile bootstrap", "items"), count, statistic);
    }

    /**
     * The interval of a statistic of blocks whose insides are not independent.
     *
     * @param name of the blocks in the plural, such as {@code spans}
     */
    public Interval overBlocks(String name, int count, Statistic statistic) {
        return over(new Blocks("block bootstrap", name), count, statistic);
    }

    /**
     * What a statistic gives for each resample, in order; two statistics over equally many blocks get the same draws, so that their
     * results can be paired.
     */
    public Resamples resample(int count, Statistic statistic) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] drawn = new int[count];
        List<OptionalDouble> results = new ArrayList<>(resamples);
        for (int i = 0; i < resamples; i++) {
            Arrays.setAll(drawn, _ -> random.nextInt(count));
            results.add(statistic.of(drawn));
        }
        return new Resamples(this, count, statistic.of(IntStream.range(0, count).toArray()), results);
    }

    private Interval over(Blocks blocks, int count, Statistic statistic) {
        if (count < FEWEST_BLOCKS) {
            return Interval.none(count + " " + blocks.name() + ", fewer than " + FEWEST_BLOCKS);
        }
        double[] results = draw(count, statistic);
        if (results.length < 2) {
            return Interval.none("not defined for resamples of the " + blocks.name());
        }
        double tail = (1 - Interval.LEVEL) / 2;
        return new Interval(OptionalDouble.of(Quantiles.ofSorted(results, tail)),
                OptionalDouble.of(Quantiles.ofSorted(results, 1 - tail)), SampleSummary.deviation(results),
                method(blocks, results.length));
    }

    /** The results that are defined, ascending. */
    private double[] draw(int count, Statistic statistic) {
        return resample(count, statistic).results().stream().flatMapToDouble(OptionalDouble::stream).sorted().toArray();
    }

    private String method(Blocks blocks, int counted) {
        String draws = counted == resamples ? "" + resamples : counted + " of " + resamples;
        return blocks.kind() + " over " + blocks.name() + ", 95 %, " + draws + ", seed " + seed;
    }

    private record Blocks(String kind, String name) {
    }
}
