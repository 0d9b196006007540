package pruefstand.record.compare;

import java.util.Optional;
import java.util.OptionalDouble;
import pruefstand.metric.Difference;
import pruefstand.metric.Estimate;
import pruefstand.record.RunRecord;

/**
 * One metric of one task, of a first and a second run.
 *
 * @param a the first run
 * @param b the second
 * @param metric which metric
 * @param difference second less first, by item; empty where they were not compared
 * @param blocks what was paired, in the plural; empty text where nothing was
 * @param corrected its p value, corrected for all comparisons that were made together
 * @param whyNot why there is none
 */
public record Comparison(RunRecord a, RunRecord b, String metric, Optional<Difference> difference, String blocks,
        OptionalDouble corrected, Optional<WhyNot> whyNot) {

    static Comparison made(RunRecord a, RunRecord b, String metric, Difference difference, String blocks) {
        return new Comparison(a, b, metric, Optional.of(difference), blocks, OptionalDouble.of(difference.p()), Optional.empty());
    }

    static Comparison notMade(RunRecord a, RunRecord b, String metric, WhyNot why) {
        return new Comparison(a, b, metric, Optional.empty(), "", OptionalDouble.empty(), Optional.of(why));
    }

    Comparison corrected(double p) {
        return new Comparison(a, b, metric, difference, blocks, OptionalDouble.of(p), whyNot);
    }

    public Estimate first() {
        return a.metric(metric).orElseThrow();
    }

    public Estimate second() {
        return b.metric(metric).orElseThrow();
    }

    public Verdict verdict() {
        if (difference.isEmpty()) {
            return Verdict.NOT_COMPARED;
        }
        if (!difference.get().isReal(corrected.orElseThrow())) {
            return Verdict.NOT_TOLD_APART;
        }
        return difference.get().value() > 0 == first().higherIsBetter() ? Verdict.BETTER : Verdict.WORSE;
    }
}
