package pruefstand.metric;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The value below which a given share of all values lies, which come in blocks; unit, range and direction are those of the values.
 * Linear interpolation between order statistics, as {@link DivergencePercentiles} has it. No values: no number. All are sorted once,
 * so that a draw of blocks costs one walk over them.
 */
public final class BlockQuantile implements Statistic {

    private final double share;
    private final double[] sorted;
    private final int[] block;
    private final int[] sizes;

    /**
     * Takes values.
     *
     * @param blocks of finite values
     * @param share between 0 and 1
     */
    public BlockQuantile(List<double[]> blocks, double share) {
        record Placed(double value, int block) {
        }
        List<Placed> all = IntStream.range(0, blocks.size()).boxed().flatMap(i -> IntStream.range(0, blocks.get(i).length)
                .mapToObj(j -> new Placed(blocks.get(i)[j], i))).sorted(Comparator.comparingDouble(Placed::value)).toList();
        this.share = share;
        this.sorted = all.stream().mapToDouble(Placed::value).toArray();
        this.block = all.stream().mapToInt(Placed::block).toArray();
        this.sizes = blocks.stream().mapToInt(values -> values.length).toArray();
    }

    @Override
    public OptionalDouble of(int[] drawn) {
        int[] times = new int[sizes.length];
        long count = 0;
        for (int i : drawn) {
            times[i]++;
            count += sizes[i];
        }
        if (count == 0) {
            return OptionalDouble.empty();
        }
        double position = share * (count - 1);
        long below = (long) Math.floor(position);
        double lower = at(below, times);
        return OptionalDouble.of(lower + (position - below) * (at(Math.min(below + 1, count - 1), times) - lower));
    }

    private double at(long rank, int[] times) {
        long seen = 0;
        int i = -1;
        while (seen <= rank) {
            i++;
            seen += times[block[i]];
        }
        return sorted[i];
    }
}
