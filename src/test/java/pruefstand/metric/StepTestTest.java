package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a series has a step. Noise of a seeded generator has no outlier here unless one is put there. */
class StepTestTest {

    /** Independent values, of which each series knows its own scatter. */
    private static final Noise NOISE = new Noise(new Scatter(1, 0), new Memory.Range(new Memory(0, 0), new Memory(0, 0)),
            both(new Repetition(0, 0, 0, 1)));
    private static final StepTest TEST = new StepTest(10, NOISE);

    private static Repetition.Range both(Repetition known) {
        return new Repetition.Range(known, known);
    }

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
        assertEquals(100, often(90, 100).value(), 1e-9);
        assertEquals(Math.sqrt(100 * 102), often(90, 100, 102).value(), 1e-9);
        assertEquals(Math.sqrt(100 * 102), often(90, 100, 102, 60, 101, 100.995).value(), 0.01, "without the outlier");
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
        assertTrue(Double.isNaN(found.centred()[3]));
        assertEquals(new Scatter(0.00025, 4).freedom(), found.scatter(new Memory(0, 0)).freedom());
        assertEquals(0.00025, found.scatter(new Memory(0, 0)).variance(), 1e-12);
        // Inflation 1.8: 0.00025 · 4 / (5 - 1.8); redundancy 1.10667: 5 / 1.10667 - 1.
        assertEquals(0.0003125, found.scatter(new Memory(0.2, 0.5)).variance(), 1e-12);
        assertEquals(3.51807, found.scatter(new Memory(0.2, 0.5)).freedom(), 1e-5);
    }

    /** -1, 0, 1 in turn: 40 values of one level, or 15 of one and 25 of one that is 5 lower. */
    @Test
    void aBaselineIsCutWhereAStepIsClear() {
        double[] even = IntStream.range(0, 40).mapToDouble(i -> (i % 3 - 1) / 100.0).toArray();
        assertEquals(1, Baseline.of(even).cut(1).size());
        double[] stepped = IntStream.range(0, 40).mapToDouble(i -> even[i] - (i < 15 ? 0 : 0.05)).toArray();
        List<Baseline> parts = Baseline.of(stepped).cut(1);
        assertEquals(List.of(15, 25), parts.stream().map(Baseline::kept).toList());
        assertEquals(-0.05, parts.getLast().mean(), 1e-3);
        assertEquals(1, Baseline.of(stepped).cut(100).size(), "values that resemble their neighbours wander");
    }

    /**
     * Hundredths -1, -½, 0, ½, 1 and the same a step higher: squares about both means 5, by 8 degrees of freedom 0.625; the cut takes 2.5 · step² away.
     * Clear is 16 · 0.625 = 10: a step of 2, or of 4 where means vary four times as much.
     */
    @Test
    void aStepIsClearFromFourStandardDeviationsOn() {
        assertEquals(1, stepped(1.98).cut(1).size());
        assertEquals(List.of(5, 5), stepped(2.02).cut(1).stream().map(Baseline::kept).toList());
        assertEquals(1, stepped(3.96).cut(4).size());
        assertEquals(2, stepped(4.04).cut(4).size());
        assertEquals(List.of(5, 5), stepped(1).halves().stream().map(Baseline::kept).toList(), "clear or not");
        assertEquals(1, Baseline.of(new double[9]).halves().size(), "too few to be cut");
    }

    private static Baseline stepped(double step) {
        return Baseline.of(IntStream.range(0, 10).mapToDouble(i -> (i % 5 / 2.0 - 1 + (i < 5 ? 0 : step)) / 100).toArray());
    }

    /** An outlier belongs to neither part; far from 0 it is told by the median as well. */
    @Test
    void anOutlierIsLeftOutOfTheParts() {
        double[] values = IntStream.range(0, 40).mapToDouble(i -> 4.6 + (i % 3 - 1) / 100.0 + (i < 15 ? 0 : 0.05)).toArray();
        values[30] = 9;
        Baseline whole = Baseline.of(values);
        assertTrue(Double.isNaN(whole.centred()[30]));
        assertEquals(0, DoubleStream.of(whole.centred()).filter(value -> !Double.isNaN(value)).sum(), 1e-9);
        assertEquals(List.of(15, 24), whole.cut(1).stream().map(Baseline::kept).toList());
        assertEquals(4.6, whole.cut(1).getFirst().mean(), 1e-9);
    }

    @Test
    void nothingIsSteadierThanHalfAPercent() {
        assertEquals(Baseline.LEAST, Baseline.of(new double[] {1, 1, 1, 1, 1}).deviation());
    }

    /** Independent values of variance 4: the mean of 3 and 5 is 4, its standard deviation √(4/2). */
    @Test
    void theShiftOfIndependentValuesIsTheirMean() {
        Shift shift = Shift.of(new double[] {100, 3, 5}, 1, new double[][] {{4, 0, 0}, {0, 4, 0}, {0, 0, 4}});
        assertEquals(4, shift.size(), 1e-12);
        assertEquals(4 / Math.sqrt(2), shift.deviations(), 1e-12);
        // 1 nearer, the last leaves a mean of 3.5.
        assertEquals(3.5 / Math.sqrt(2), shift.nearer(1), 1e-12);
    }

    /** Correlation ½: 3 - ½·2 = 2 is new, its variance 1 - ¼. */
    @Test
    void whatTheNightBeforeExplainsDoesNotCount() {
        Shift shift = Shift.of(new double[] {2, 3}, 1, new double[][] {{1, 0.5}, {0.5, 1}});
        assertEquals(2, shift.size(), 1e-12);
        assertEquals(2 / Math.sqrt(0.75), shift.deviations(), 1e-12);
    }

    /** Variance 4, covariance 2: again 3 - ½·2 = 2 is new, its variance 4 - 1. */
    @Test
    void theVarianceOfTheNightBeforeNeedNotBeOne() {
        Shift shift = Shift.of(new double[] {2, 3}, 1, new double[][] {{4, 2}, {2, 4}});
        assertEquals(2, shift.size(), 1e-12);
        assertEquals(2 / Math.sqrt(3), shift.deviations(), 1e-12);
    }

    @Test
    void aMeanOfManyScattersLess() {
        assertEquals(0.5, Occasion.shareOfVariance(2));
        assertEquals(0.24, Occasion.shareOfVariance(5), 1e-12);
        IntStream.range(2, 30).forEach(n -> assertTrue(Occasion.shareOfVariance(n) < Occasion.shareOfVariance(n - 1)));
    }

    @Test
    void repetitionsComeInPairsAfterTheFirst() {
        assertEquals(1, StepTest.more(0));
        assertEquals(2, StepTest.more(1));
        assertEquals(2, StepTest.more(3));
        assertEquals(List.of(), often(90, 91, 92).apart().boxed().toList());
        assertEquals(List.of(Math.log(100 / 80.0), Math.log(0.5)), often(1, 2, 100, 80, 1, 2, 7).apart().boxed().toList());
    }

    /** Three quarters fresh, 10 of 30 done. Change: √(0.75 · (1.1/10 - 1.0333/30)). Slow part 0.25 / (0.25 + 0.075) = 0.76923. */
    @Test
    void repetitionsToComeChangeLittleInTheEnd() {
        Rest rest = new Rest(0.75, 10, 30);
        assertEquals(0.238048, rest.deviation(), 1e-6);
        assertEquals(2 / 3.0 * 0.230769 * 2, rest.lost(2, 0), 1e-5);
        assertEquals(2 / 3.0 * 0.230769 * 2 + 2 / 3.0 * Math.sqrt(0.75 / 20 + 0.25 * 0.230769), rest.lost(2, 1), 1e-5);
        assertEquals(0, new Rest(0.75, 30, 30).deviation());
        assertEquals(0, new Rest(0.75, 31, 30).lost(2, 1));
        assertEquals(0, new Rest(0, 1, 30).lost(2, 1), "the same number comes again");
    }

    @Test
    void aMemoryTellsWhatNightsShare() {
        Memory memory = new Memory(0.2, 0.5);
        assertEquals(1.8, memory.inflation(), 1e-12);
        assertEquals(1 + 0.08 / 0.75, memory.redundancy(), 1e-12);
        assertEquals(1, memory.correlation(0));
        assertEquals(0.2, memory.correlation(1), 1e-12);
        assertEquals(0.05, memory.correlation(-3), 1e-12);
        assertEquals(0.5, memory.kept());
        assertEquals(0.3, new Memory(0.3, 0).kept(), "no process forgets faster");
        assertEquals(0.09, new Memory(0.3, 0).correlation(2), 1e-12);
    }

    /** Half of the variance is a first-order process of coefficient 0.6: correlations 0.3, 0.18, 0.108 … */
    @Test
    void aMemoryIsLearntFromAllSeriesTogether() {
        Random random = new Random(1);
        List<Baseline> series = IntStream.range(0, 200).mapToObj(_ -> {
            double[] slow = {random.nextGaussian()};
            return Baseline.of(IntStream.range(0, 100).mapToDouble(_ -> {
                slow[0] = 0.6 * slow[0] + 0.8 * random.nextGaussian();
                return 0.02 * (slow[0] + random.nextGaussian()) / Math.sqrt(2);
            }).toArray());
        }).toList();
        Memory.Range learnt = Memory.of(series);
        assertEquals(0.3, (learnt.least().neighbours() + learnt.most().neighbours()) / 2, 0.02);
        assertEquals(0.6, (learnt.least().decay() + learnt.most().decay()) / 2, 0.06);
        assertTrue(Memory.of(series.subList(0, 1)).most().neighbours() > learnt.most().neighbours(), "little is known from one");
        assertEquals(new Memory(0, 0), Memory.of(List.of()).least());
    }

    /** A sine and a cosine with a saw-tooth; a series that does not move tells nothing. Expected values: NumPy, after the papers named there. */
    @Test
    void aMemoryIsAStandardErrorFromItsEstimate() {
        double[] sine = IntStream.range(0, 60).mapToDouble(i -> 0.01 * (Math.sin(0.2 * i) + (7 * i % 5 - 2) / 2.0)).toArray();
        double[] cosine = IntStream.range(0, 40).mapToDouble(i -> 0.02 * (Math.cos(0.3 * i) + (3 * i % 7 - 3) / 4.0)).toArray();
        Memory.Range learnt = Memory.of(List.of(Baseline.of(sine), Baseline.of(cosine), Baseline.of(new double[9])));
        assertEquals(0.32248637, learnt.least().neighbours(), 1e-8);
        assertEquals(0.71829797, learnt.least().decay(), 1e-8);
        assertEquals(0.52451688, learnt.most().neighbours(), 1e-8);
        assertEquals(0.95, learnt.most().decay());
    }

    /** ln 1, ln 2, ln 4 … ln 32: variance 3.5 ln² 2 = 1.68159, by chance 2/19. 1.68159 · (1 + √0.4) - 2/19 = 2.63986; 1 + 2 / 2.63986 = 1.75761. */
    @Test
    void scattersThatDifferTellLittleAboutEachOther() {
        Scatter different = Scatter.common(DoubleStream.of(1, 2, 4, 8, 16, 32).mapToObj(variance -> new Scatter(variance, 20)).toList());
        assertEquals(1.75761, different.freedom(), 1e-4);
        assertEquals(5.95458 * (1 - 1 / 1.75761), different.variance(), 1e-3);
        Scatter alike = Scatter.common(Collections.nCopies(10, new Scatter(2, 20)));
        assertEquals(10_000, alike.freedom(), 1e-6);
        assertEquals(2 / 0.95, alike.variance(), 1e-3);
        assertEquals(0, Scatter.common(Collections.nCopies(4, new Scatter(2, 20))).freedom(), "too few series");
        assertEquals(new Scatter(1.75, 16), new Scatter(1, 4).given(new Scatter(2, 12)));
        List<Scatter> barely = new ArrayList<>(Collections.nCopies(4, new Scatter(2, 3)));
        barely.add(new Scatter(2, 2.9));
        assertEquals(0, Scatter.common(barely).freedom(), "one is hardly known");
        barely.add(new Scatter(2, 3));
        assertEquals(3 * 0.9999, Scatter.common(barely).variance(), 1e-9, "2 / (1 - 1/3)");
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
        assertTrue(step.kind().isStep());
        assertEquals(StepVerdict.Kind.HIGHER, judged(before, confirmed(110)).kind());
        assertTrue(StepVerdict.Kind.HIGHER.isStep());
        assertFalse(StepVerdict.Kind.SUSPECT.isStep() || StepVerdict.Kind.STEADY.isStep());
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

    /**
     * 42 nights of logarithms ±0.1 in turn, then one that is below 0 by so much, measured again so often. The limits, between which the values lie
     * 3 % either way, come from a second implementation with NumPy and SciPy.
     */
    @ParameterizedTest
    @CsvSource({"INDEPENDENT, 0, 0.03376, STEADY", "INDEPENDENT, 0, 0.03585, SUSPECT", "INDEPENDENT, 5, 0.01555, STEADY",
            "INDEPENDENT, 5, 0.01651, SUSPECT", "INDEPENDENT, 9, 0.01764, STEADY", "INDEPENDENT, 9, 0.01873, SUSPECT",
            "INDEPENDENT, 9, 0.461, SUSPECT", "INDEPENDENT, 9, 0.4895, LOWER", "INDEPENDENT, 15, 0.03624, STEADY",
            "INDEPENDENT, 15, 0.03848, SUSPECT", "INDEPENDENT, 15, 0.2844, SUSPECT", "INDEPENDENT, 15, 0.302, LOWER",
            "INDEPENDENT, 47, 0.07897, STEADY", "INDEPENDENT, 47, 0.08385, LOWER", "REMEMBERING, 0, 0.08366, STEADY",
            "REMEMBERING, 0, 0.08883, SUSPECT", "REMEMBERING, 1, 0.01562, STEADY", "REMEMBERING, 1, 0.01659, SUSPECT",
            "REMEMBERING, 5, 0.0945, STEADY", "REMEMBERING, 5, 0.1003, SUSPECT", "REMEMBERING, 9, 0.1175, STEADY",
            "REMEMBERING, 9, 0.1247, SUSPECT", "REMEMBERING, 9, 0.307, SUSPECT", "REMEMBERING, 9, 0.326, LOWER",
            "REMEMBERING, 15, 0.1325, STEADY", "REMEMBERING, 15, 0.1407, SUSPECT", "REMEMBERING, 15, 0.2887, SUSPECT",
            "REMEMBERING, 15, 0.3066, LOWER", "REMEMBERING, 47, 0.2598, STEADY", "REMEMBERING, 47, 0.2758, LOWER",
            "UNKNOWN, 0, 0.06721, STEADY", "UNKNOWN, 0, 0.07137, SUSPECT", "UNKNOWN, 5, 0.099, STEADY",
            "UNKNOWN, 5, 0.1051, SUSPECT", "UNKNOWN, 9, 0.3935, STEADY", "UNKNOWN, 9, 0.4179, LOWER",
            "INDEPENDENT, 0, -0.07275, STEADY", "INDEPENDENT, 0, -0.07931, SUSPECT", "REMEMBERING, 0, -0.131, STEADY",
            "REMEMBERING, 0, -0.1411, SUSPECT"})
    void theLimitsAreThoseOfASecondImplementation(Known known, int again, double below, StepVerdict.Kind kind) {
        List<Occasion> all = new ArrayList<>(IntStream.range(0, 42).mapToObj(i -> once(Math.exp(i % 2 == 0 ? 0.1 : -0.1))).toList());
        all.add(new Occasion(Collections.nCopies(again + 1, Math.exp(-below))));
        assertEquals(kind, new StepTest(10, known.noise).judge(all).kind());
    }

    private enum Known {
        INDEPENDENT(NOISE),
        REMEMBERING(new Noise(new Scatter(0.01, 20), new Memory.Range(new Memory(0.1, 0.5), new Memory(0.3, 0.7)),
                new Repetition.Range(new Repetition(0.3, 0.2, 0.25, 0.5), new Repetition(0.3, 0.2, 0.05, 0.4)))),
        UNKNOWN(new Noise(new Scatter(0.01, 20), new Memory.Range(new Memory(0, 0), new Memory(0.3, 0.5)), Repetition.Range.UNKNOWN));

        private final Noise noise;

        Known(Noise noise) {
            this.noise = noise;
        }
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
        List<Occasion> all = nights(20);
        all.add(confirmed(97));
        assertEquals(StepVerdict.Kind.LOWER, new StepTest(1, NOISE).judge(all).kind());
        assertEquals(StepVerdict.Kind.STEADY, new StepTest(100_000_000, NOISE).judge(all).kind());
        assertThrows(IllegalArgumentException.class, () -> new StepTest(0, NOISE));
    }

    @Test
    void fewRepetitionsTellNothing() {
        List<Repetition.Start> starts = starts(5, 0.5, 0, 1);
        assertSame(Repetition.Range.UNKNOWN, Repetition.of(new double[9], starts));
        assertSame(Repetition.Range.UNKNOWN, Repetition.of(new double[10], starts.subList(0, 9)));
        assertNotSame(Repetition.Range.UNKNOWN, Repetition.of(new double[10], starts.subList(0, 10)));
        assertThrows(IllegalArgumentException.class, () -> new Repetition(0, 0, -0.1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Repetition(0, 0, 0, 1.1));
    }

    /** Four starts a time: first ±2 and before ±1 in all four ways, and what comes again of both with a rest of as much above as below. */
    private static List<Repetition.Start> starts(int times, double ofFirst, double ofBefore, double rest) {
        return IntStream.range(0, 4 * times).mapToObj(i -> {
            double first = i % 2 == 0 ? 2 : -2;
            double before = i / 2 % 2 == 0 ? 1 : -1;
            return new Repetition.Start(first, before, ofFirst * first + ofBefore * before + (i % 2 == i / 2 % 2 ? rest : -rest));
        }).toList();
    }

    /**
     * Differences of half a variance, of which one in a hundred is an outlier; 4,000 starts, of whose rest, 0.81, so much is not fresh. Errors: of the
     * rest √(2/4000), of the half √(2/5000). The one start that says nothing takes 1/16,001 off one share, 1/4,001 off the other.
     */
    @Test
    void whatMeasuringAgainIsWorthIsLearnt() {
        double[] apart = IntStream.range(0, 5000).mapToDouble(i -> i % 100 == 0 ? 20 : (i % 2 - 0.5) * Math.sqrt(2)).toArray();
        Repetition.Range known = Repetition.of(apart, starts(1000, 0.5, 0.25, 0.9));
        assertEquals(0.5 * 16000 / 16001, known.careful().ofFirst(), 1e-9);
        assertEquals(0.25 * 4000 / 4001, known.careful().ofBefore(), 1e-9);
        assertEquals(0.5, known.careful().fresh(), 1e-3);
        double error = Math.hypot(0.81 * Math.sqrt(2 / 4000.0), 0.5 * Math.sqrt(2 / 5000.0));
        assertEquals(0.31 + error, known.careful().slow(), 1e-3);
        assertEquals(0.31 - error, known.hopeful().slow(), 1e-3);
        assertEquals(known.careful().ofFirst(), known.hopeful().ofFirst());
    }

    /** The same number comes again: nothing is fresh, and all but a little is the first value's. */
    @Test
    void repetitionsThatAgreeWithTheFirstValueTellNothingNew() {
        Repetition.Range known = Repetition.of(new double[500], starts(100, 1, 0, 0));
        assertEquals(1600 / 1601.0, known.careful().ofFirst(), 1e-9);
        assertEquals(0, known.careful().fresh());
        assertEquals(0.03, known.careful().slow(), "what none of them shows");
        Repetition.Range still = Repetition.of(new double[500], Collections.nCopies(20, new Repetition.Start(-2, 0, -1)));
        assertEquals(0.5 * 80 / 81, still.careful().ofFirst(), 1e-9, "nothing is known of nights before");
        assertEquals(0, still.careful().ofBefore());
    }

    @Test
    void anOutlierIsNoStart() {
        assertTrue(new Repetition.Start(-3.5, 3.5, 0).isClean());
        assertFalse(new Repetition.Start(-3.6, 0, 0).isClean());
        assertFalse(new Repetition.Start(0, 3.6, 0).isClean());
        assertFalse(new Repetition.Start(0, 0, -3.6).isClean());
    }

    /**
     * Neighbours 0.2, decay 0.5; half of the first value, a quarter of the night before. With the first value of the night 0.5 + 0.25 · 0.2, of the
     * night before 0.5 · 0.2 + 0.25, of the night after 0.5 · 0.2 + 0.25 · 0.1; with a repetition of the same night 0.5 · 0.55 + 0.25 · 0.35 + 0.1, of
     * the night before 0.5 · 0.125 + 0.25 · 0.55 + 0.05.
     */
    @Test
    void repetitionsResembleWhatTheyAreMadeOf() {
        Repetition repetition = new Repetition(0.5, 0.25, 0.1, 0.4);
        Memory memory = new Memory(0.2, 0.5);
        assertEquals(0.55, repetition.withFirst(memory, 0), 1e-12);
        assertEquals(0.35, repetition.withFirst(memory, 1), 1e-12);
        assertEquals(0.125, repetition.withFirst(memory, -1), 1e-12);
        assertEquals(0.4625, repetition.withRepetition(memory, 0), 1e-12);
        assertEquals(0.25, repetition.withRepetition(memory, 1), 1e-12);
        assertEquals(repetition.withRepetition(memory, 3), repetition.withRepetition(memory, -3), 1e-12);
    }

    /** Variance 0.01; the first night was far off and nobody measured again. */
    @Test
    void eachFirstValueAndEachMeanOfRepetitionsIsSeen() {
        Noise.Usual usual = new Noise.Usual(0, new Scatter(0.01, 100), 0);
        List<Occasion> late = List.of(once(Math.exp(-0.4)), once(Math.exp(0.3)), often(Math.exp(-0.5), Math.exp(-0.1), Math.exp(-0.1)));
        assertEquals(List.of("1 0-0 0.3", "2 0-0 -0.5", "2 2-47 -0.1"), Evidence.of(late, usual, 47).seen().stream().map(StepTestTest::written).toList());
        List<Occasion> fine = List.of(often(Math.exp(-0.3), Math.exp(0.02)), once(Math.exp(-0.9)));
        assertEquals(List.of("0 0-0 -0.3", "0 1-1 0.02", "1 9-9 -0.9"), Evidence.of(fine, usual, 9).seen().stream().map(StepTestTest::written).toList());
    }

    /**
     * A repetition is the first value but for a variance of 0.04: one of 0.71 beside a first value of 0 is 3.55 standard deviations away, so that it
     * counts alone, 0.71 / √1.04; one of 0.69 does not, and the first value tells that all of a step is 0.
     */
    @Test
    void aFirstValueThatItsRepetitionsDoNotKnowIsAnOutlier() {
        Noise.Usual usual = new Noise.Usual(0, new Scatter(1, 1000), 0);
        Memory none = new Memory(0, 0);
        Memory.Range memory = new Memory.Range(none, none);
        Repetition same = new Repetition(1, 0, 0.04, 0);
        assertEquals(0.71 / Math.sqrt(1.04), new Evidence(List.of(new Evidence.Seen(0, 0, 0, 0), new Evidence.Seen(0, 9, 9, 0.71)), 1, usual)
                .shift(1, memory, same).deviations(), 1e-9);
        assertEquals(0, new Evidence(List.of(new Evidence.Seen(0, 0, 0, 0), new Evidence.Seen(0, 9, 9, 0.69)), 1, usual)
                .shift(1, memory, same).deviations(), 1e-9);
    }

    /**
     * Repetitions have nothing to do with the first value, and have a variance of 0.04 + 0.96 / again: after one of 47 the first may lie 3.5 · √2 from it,
     * after 47 only 3.5 · √1.061. It counts, 4 beside 0 are less than 4 alone.
     */
    @Test
    void aFirstValueIsNoOutlierBeforeManyRepetitionsSaySo() {
        Noise.Usual usual = new Noise.Usual(0, new Scatter(1, 1000), 0);
        Memory.Range none = new Memory.Range(new Memory(0, 0), new Memory(0, 0));
        Repetition other = new Repetition(0, 0, 0.04, 0.96);
        double precision = 1 / (0.04 + 0.96 * Occasion.shareOfVariance(47));
        assertEquals(4 * precision / Math.sqrt(1 + precision), new Evidence(List.of(new Evidence.Seen(0, 0, 0, 0), new Evidence.Seen(0, 1, 47, 4)), 1, usual)
                .shift(1, none, other).deviations(), 1e-9);
        assertEquals(4 * Math.sqrt(precision), new Evidence(List.of(new Evidence.Seen(0, 0, 0, 0), new Evidence.Seen(0, 47, 47, 4)), 1, usual)
                .shift(1, none, other).deviations(), 1e-9);
    }

    /** First values 5.5 standard deviations off, or a bit more, whose repetitions are 2 off. */
    @ParameterizedTest
    @ValueSource(doubles = {94.5, 93, 80})
    void aFirstValueAloneIsNoStepWhateverRepetitionsAreWorth(double first) {
        double[] again = DoubleStream.generate(() -> 98).limit(9).toArray();
        List<Occasion> all = nights(60);
        all.add(often(first, again));
        assertEquals(StepVerdict.Kind.STEADY, new StepTest(10, new Noise(NOISE.scatter(), NOISE.memory(), Repetition.Range.UNKNOWN)).judge(all).kind());
    }

    private static String written(Evidence.Seen seen) {
        return seen.occasion() + " " + seen.again() + "-" + seen.most() + " " + Math.round(seen.off() * 1e9) / 1e9;
    }

    /** Half of the first value, -2, comes again, and a rest of variance 0.04 + 0.06: -1.8 is 0.8 lower than it foretold, and half of a step shows. */
    @Test
    void whatTheFirstValueForetellsDoesNotCount() {
        Noise.Usual usual = new Noise.Usual(0, new Scatter(1, 1000), 0);
        Evidence evidence = new Evidence(List.of(new Evidence.Seen(0, 0, 0, -2), new Evidence.Seen(0, 10, 10, -1.8)), 1, usual);
        Memory none = new Memory(0, 0);
        Repetition repetition = new Repetition(0.5, 0, 0.04, 0.06 / Occasion.shareOfVariance(10));
        Shift shift = evidence.shift(1, new Memory.Range(none, none), repetition);
        // Of two independent numbers, -2 of variance 1 and -0.8 / 0.5 of variance 0.1 / 0.25, weights 1 and 2.5.
        assertEquals((-2 - 2.5 * 1.6) / 3.5, shift.size(), 1e-9);
        assertEquals((-2 - 2.5 * 1.6) / Math.sqrt(3.5), shift.deviations(), 1e-9);
    }

    /** The first night that is judged has two before it that nobody measured again. */
    @Test
    void anOutlierBeforeThatWasNotMeasuredAgainSaysNothing() {
        List<Occasion> before = nights(40);
        before.set(38, once(50));
        before.set(39, once(50));
        assertEquals(StepVerdict.Kind.STEADY, judged(before, once(100)).kind());
        assertEquals(StepVerdict.Kind.STEADY, judged(before, confirmed(99.5)).kind());
    }
}
