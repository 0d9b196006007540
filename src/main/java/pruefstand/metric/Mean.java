package pruefstand.metric;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The mean of what was counted for each item, added up in the order of the items; unit, range and direction are those of what was
 * counted. No items: no mean.
 */
public final class Mean implements Statistic {

    private final double[] values;

    /** @throws IllegalArgumentException if a value is not finite */
    public Mean(double[] values) {
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a mean needs finite values");
        }
        this.values = values.clone();
    }

    /** Of all items. */
    public OptionalDouble value() {
        return of(IntStream.range(0, values.length).toArray());
    }

    /** {@code s/√n} with the sample standard deviation {@code s}; empty for fewer than 2 items. */
    public OptionalDouble standardError() {
        return SampleSummary.deviation(values).stream().map(deviation -> deviation / Math.sqrt(values.length)).findFirst();
    }

    @Override
    public OptionalDouble of(int[] drawn) {
        double sum = 0;
        for (int i : drawn) {
            sum += values[i];
        }
        return drawn.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / drawn.length);
    }
}
