package pruefstand.metric;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A mean and its standard error as if the values were independent.
 *
 * @param value the mean
 * @param stderr {@code sqrt((mean(x²) - mean(x)²) / (n - 1))}; empty for fewer than 2 values
 */
public record MeanEstimate(double value, OptionalDouble stderr) {

    /** @param items at least one */
    static <T> MeanEstimate of(List<T> items, ToDoubleFunction<T> quantity) {
        double sum = 0;
        for (T item : items) {
            sum += quantity.applyAsDouble(item);
        }
        double mean = sum / items.size();
        // Deviations from the mean, not squares less a square: those lose all digits where the spread is small.
        double squares = 0;
        for (T item : items) {
            double deviation = quantity.applyAsDouble(item) - mean;
            squares += deviation * deviation;
        }
        int n = items.size();
        return new MeanEstimate(mean, n < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / n / (n - 1))));
    }
}
