package pruefstand.task.speed;

import java.util.List;
import java.util.Optional;
import pruefstand.metric.Estimate;
import pruefstand.metric.ForecastError;
import pruefstand.metric.MedianDeviation;
import pruefstand.metric.Metric;

/**
 * A machine of which only this is known, and nothing was measured on it.
 *
 * @param memoryBytes that a model may have
 * @param gbPerSecond bandwidth of that memory, 10⁹ bytes a second, above 0
 */
public record OtherMachine(long memoryBytes, double gbPerSecond) {

    public OtherMachine {
        if (!(gbPerSecond > 0)) {
            throw new IllegalArgumentException("bandwidth is above 0, got " + gbPerSecond);
        }
    }

    /** Whether it has the memory for weights, cache and buffers together. */
    public boolean holds(long bytes) {
        return bytes <= memoryBytes;
    }

    /**
     * Tokens a second that a model would generate: bandwidth × median roofline share ÷ bytes per token. The interval is that of
     * {@link ForecastError}, with each share over the median as one forecast checked: it tells how much shares differ, so there is none for
     * fewer than three. It holds for machines on which generating is bound by memory.
     *
     * @param bytesPerToken that the model reads, above 0
     * @param shares roofline shares that were measured, of the model on other machines or of models alike, each above 0
     * @return empty where none was measured
     */
    public Optional<Estimate> generation(long bytesPerToken, List<Double> shares) {
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        double median = MedianDeviation.of(shares.stream().mapToDouble(Double::doubleValue).toArray()).median();
        double value = gbPerSecond * 1e9 * median / bytesPerToken;
        ForecastError error = new ForecastError(shares.stream().map(share -> share / median).toList());
        return Optional.of(Estimate.of(Metric.TG_TOKENS_PER_SECOND, value, shares.size(), error.around(value)));
    }
}
