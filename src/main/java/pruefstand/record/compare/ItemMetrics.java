package pruefstand.record.compare;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Resamples;
import pruefstand.record.ItemFile;
import pruefstand.record.StoredRecord;
import pruefstand.task.DataException;
import pruefstand.task.ItemScores;
import pruefstand.task.ItemStatistic;
import pruefstand.task.evaluate.Evaluators;

/** Metrics of a record, made anew of the items kept beside it. */
public sealed interface ItemMetrics {

    /** As far as a number may be off that was computed in another order. */
    double TOLERANCE = 1e-9;

    /** @param scores of all its metrics */
    record Found(ItemScores scores) implements ItemMetrics {
    }

    /** @param why there are none */
    record None(WhyNot why) implements ItemMetrics {
    }

    /** Reads those of a record. */
    static ItemMetrics of(StoredRecord record) {
        ItemFile items = ItemFile.of(record);
        if (!items.exists()) {
            return new None(WhyNot.NO_ITEMS);
        }
        try {
            return new Found(Evaluators.scores(record.content().task().kind(), items));
        } catch (DataException _) { // a damaged file is a reason not to compare, and the row says it
            return new None(WhyNot.UNUSABLE_ITEMS);
        }
    }

    /** One metric, where its items give the very number that the record holds. */
    static Optional<ItemStatistic> confirmed(ItemScores scores, StoredRecord record, String metric) {
        double recorded = record.content().metric(metric).orElseThrow().value();
        return scores.of(metric).filter(of -> {
            OptionalDouble anew = of.statistic().of(IntStream.range(0, of.ids().size()).toArray());
            return anew.isPresent() && Math.abs(anew.getAsDouble() - recorded) <= TOLERANCE * Math.max(1, Math.abs(recorded));
        });
    }

    /** What a metric gives for the draws of a bootstrap. */
    static Resamples resampled(ItemStatistic metric, Bootstrap bootstrap) {
        return bootstrap.resample(metric.ids().size(), metric.statistic());
    }
}
