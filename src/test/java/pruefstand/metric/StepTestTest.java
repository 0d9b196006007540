package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a series has a step. Noise of a seeded generator has no outlier here unless one is put there. */
class StepTestTest {

    private static final StepTest TEST = new StepTest(10, new Renewal(1, 1));

    /** Nights around 100 that scatter by 1 %. */
    private static List<Occasion> nights(int count) {
        Random random = new Random(5);
        return new ArrayList<>(IntStream.range(0, count).mapToObj(_ -> once(100 + random.nextGaussian())).toList());
    }

    private static Occasion once(double value) {
        return new Occasion(List.of(value));
    }

    private static Occasion often(double first, double... again) {
        return new Occasion(DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(again)).boxed().toList());
    }

    private static Occasion confirmed(double value) {
        return new Occasion(Collections.nCopies(StepTest.AGAIN + 1, value));
    }

    private static StepVerdict judged(List<Occasion> before, Occasion last) {
        List<Occasion> all = new ArrayList<>(before);
        all.add(last);
        return TEST.judge(all);
    }

    @Test
    void theFirstValueCountsOnlyWhileItIsAlone() {
        assertEquals(90, once(90).value());
        assertEquals(100, often(90, 100).value());
        assertEquals(101, often(90, 100, 102).value());
        assertEquals(102, often(90, 100, 102, 103).value());
        assertThrows(IllegalArgumentException.class, () -> once(0));
        assertThrows(IllegalArgumentException.class, () -> new Occasion(List.of()));
    }

    /** e⁰, e⁰·⁰¹, … : logarithms 0, 1, 2, 3, 4 hundredths, and one far off. Mean 2, sample deviation √2.5 = 1.5811 hundredths. */
    @Test
    void aBaselineLeavesOutliersOut() {
        Baseline found = Baseline.of(new double[] {0, 0.01, 0.02, 5, 0.03, 0.04});
        assertEquals(0.02, found.mean(), 1e-12);
        assertEquals(0.0158114, found.deviation(), 1e-7);
        assertEquals(5, found.kept());
        // Neighbours: (-2·-1) + (-1·0) + 0 + 0 + (1·2) = 4, squares 10: r = 0.4, corrected by (1 + 1.2) / 6.
        assertEquals(0.4 + 2.2 / 6, found.memory(), 1e-9);
    }

    @Test
    void nothingIsSteadierThanHalfAPercent() {
        assertEquals(Baseline.LEAST, Baseline.of(new double[] {1, 1, 1, 1, 1}).deviation());
    }

    /** Independent values of variance 4: the mean of 3 and 5 is 4, its standard deviation √(4/2). */
    @Test
    void theShiftOfIndependentValuesIsTheirMean() {
        Shift shift = Shift.of(new double[] {100, 3, 5}, new double[][] {{4, 0, 0}, {0, 4, 0}, {0, 0, 4}});
        assertEquals(4, shift.size(), 1e-12);
        assertEquals(4 / Math.sqrt(2), shift.deviations(), 1e-12);
    }

    /** Correlation ½: 3 - ½·2 = 2 is new, its variance 1 - ¼. */
    @Test
    void whatTheNightBeforeExplainsDoesNotCount() {
        Shift shift = Shift.of(new double[] {2, 3}, new double[][] {{1, 0.5}, {0.5, 1}});
        assertEquals(2, shift.size(), 1e-12);
        assertEquals(2 / Math.sqrt(0.75), shift.deviations(), 1e-12);
    }

    /** Known variances of medians of normal values: of 3 0.4487, of 5 0.2868, of 9 0.1661; of many π/2n. */
    @Test
    void aMedianOfManyScattersLess() {
        assertEquals(0.2868, Occasion.shareOfVariance(5));
        assertEquals(Math.PI / 2 / 1000, Occasion.shareOfVariance(1000), 1e-6);
        IntStream.range(2, 30).forEach(n -> assertTrue(Occasion.shareOfVariance(n) <= Occasion.shareOfVariance(n - 1)));
    }

    @Test
    void whatIsFarOffIsSuspectAndAStepOnlyAfterItStaysSo() {
        List<Occasion> before = nights(40);
        assertEquals(StepVerdict.Kind.STEADY, judged(before, once(99)).kind());
        assertEquals(StepVerdict.Kind.SUSPECT, judged(before, once(90)).kind());
        assertEquals(StepVerdict.Kind.SUSPECT, judged(before, often(90, 90, 90)).kind());
        StepVerdict step = judged(before, confirmed(90));
        assertEquals(StepVerdict.Kind.LOWER, step.kind());
        assertEquals(40, step.since());
        assertEquals(100, step.before(), 0.5);
        assertEquals(90, step.after(), 0.5);
        assertEquals(StepVerdict.Kind.HIGHER, judged(before, confirmed(110)).kind());
    }

    @Test
    void anOutlierIsNoneWhenMeasuredAgain() {
        assertEquals(StepVerdict.Kind.STEADY, judged(nights(40), often(60, 100.4, 99.5)).kind());
        assertEquals(StepVerdict.Kind.SUSPECT, judged(nights(40), often(60, 100.4, 60, 61)).kind(), "two of three say so");
        assertEquals(StepVerdict.Kind.STEADY, judged(nights(40), often(60, 60, 61, 100, 99, 101)).kind());
    }

    @Test
    void aSmallStepAddsUpOverNights() {
        List<Occasion> before = nights(60);
        before.add(confirmed(97.5));
        before.add(confirmed(97.4));
        StepVerdict found = judged(before, confirmed(97.6));
        assertEquals(StepVerdict.Kind.LOWER, found.kind());
        assertTrue(found.since() >= 60 && found.since() <= 62, found.toString());
    }

    @Test
    void lessThanTwoPercentIsOfNoInterest() {
        List<Occasion> before = new ArrayList<>(Collections.nCopies(60, once(100)));
        assertEquals(StepVerdict.Kind.STEADY, judged(before, confirmed(98.1)).kind());
        assertEquals(StepVerdict.Kind.LOWER, judged(before, confirmed(97.9)).kind());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 7})
    void fewNightsAreNoHistory(int count) {
        assertEquals(StepVerdict.Kind.STEADY, judged(nights(count).subList(0, count - 1), confirmed(1)).kind());
    }

    @Test
    void theUnitDoesNotMatter() {
        List<Occasion> before = nights(40);
        List<Occasion> inThousands = before.stream().map(night -> once(night.value() * 1000)).toList();
        for (double last : new double[] {85, 96, 97.5, 99, 103}) {
            assertEquals(judged(before, confirmed(last)).kind(), judged(inThousands, confirmed(last * 1000)).kind());
        }
    }

    @Test
    void moreSeriesNeedMoreEvidence() {
        List<Occasion> all = nights(40);
        all.add(confirmed(97.3));
        assertEquals(StepVerdict.Kind.LOWER, new StepTest(1, new Renewal(1, 1)).judge(all).kind());
        assertEquals(StepVerdict.Kind.STEADY, new StepTest(100_000_000, new Renewal(1, 1)).judge(all).kind());
        assertThrows(IllegalArgumentException.class, () -> new StepTest(0, Renewal.UNKNOWN));
    }

    /** Repetitions that always agree renew nothing; the median of |a - b| / σ of independent ones is 0.9539. */
    @Test
    void whatMeasuringAgainIsWorthIsLearnt() {
        assertEquals(Renewal.UNKNOWN, Renewal.of(new double[19]));
        assertEquals(new Renewal(0, 0), Renewal.of(new double[500]));
        Renewal all = Renewal.of(DoubleStream.generate(() -> 0.9539).limit(10_000).toArray());
        assertEquals(0.93 * (1 - 0.038), all.least(), 1e-4);
        assertTrue(all.most() > 0.96 && all.most() <= 1);
    }
}
