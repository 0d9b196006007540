package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Expected values worked out by hand. Logarithms of ±0.01 in turn have the variance 60/59 · 0.0001 where there are 60 of them. */
class NoiseTest {

    private static final Noise NOTHING = new Noise(new Scatter(Baseline.LEAST * Baseline.LEAST, 0),
            new Memory.Range(new Memory(0, 0), new Memory(0.9, 0.95)), Repetition.Range.UNKNOWN);

    private static List<Occasion> level(int nights, IntToDoubleFunction logarithm) {
        return IntStream.range(0, nights).mapToObj(i -> new Occasion(List.of(Math.exp(logarithm.applyAsDouble(i))))).toList();
    }

    private static double inTurn(int i) {
        return i % 2 == 0 ? 0.01 : -0.01;
    }

    @Test
    void nothingIsKnownOfFewNights() {
        assertEquals(NOTHING, Noise.of(List.of()));
        assertEquals(NOTHING, Noise.of(Collections.nCopies(10, level(4, NoiseTest::inTurn))));
    }

    /**
     * No memory is seen, and 5 · 59 pairs leave room for 1/√295 = 0.058222 with a decay of 0.95: inflation 3.32888, redundancy 1.069535. So each series
     * has the variance 60 / (60 - 3.32888) (· 0.0001) with 60 / 1.069535 - 1 = 55.0991 degrees of freedom, corrected for its logarithm by
     * 55.0991 / 54.0991; of 10 000 degrees of freedom a ten-thousandth is taken off.
     */
    @Test
    void seriesThatScatterAlikeTellMuchOfEachOther() {
        Noise noise = Noise.of(Collections.nCopies(5, level(60, NoiseTest::inTurn)));
        assertEquals(new Memory(0, 0), noise.memory().least());
        assertEquals(0.058222, noise.memory().most().neighbours(), 1e-6);
        assertEquals(0.95, noise.memory().most().decay());
        assertEquals(60 / 56.67112 * 55.0991 / 54.0991 * 0.9999e-4, noise.scatter().variance(), 1e-9);
        assertEquals(10_000, noise.scatter().freedom(), 1e-6);
        assertEquals(Repetition.Range.UNKNOWN, noise.repetition());
    }

    /**
     * Cut, they are ten series of 40: 1/√390 = 0.050637, 40 / (40 - 3.02547) with 37.0013 degrees of freedom. The steps would make it a
     * hundred times as much.
     */
    @Test
    void aStepThatIsClearInHindsightIsNoNoise() {
        Noise noise = Noise.of(Collections.nCopies(5, level(80, i -> inTurn(i) + (i < 40 ? 0 : 0.2))));
        assertEquals(0.050637, noise.memory().most().neighbours(), 1e-6);
        assertEquals(40 / 36.97453 * 37.0013 / 36.0013 * 0.9999e-4, noise.scatter().variance(), 1e-9);
    }

    /**
     * In each of 5 series, ten of 60 nights have a pair of repetitions that differ by 0.01. Their variance is known as
     * (55.0991 · 1.058740 + 10 000 · 1.078203) / 10 055.0991 = 1.078096 (· 0.0001): 1 / (2 · 1.078096) = 0.463780 of it is another each
     * time. Each first repetition is 0 after first values of 1 and -1 in turn, of which nothing comes again.
     */
    @Test
    void pairsOfRepetitionsTellWhatMeasuringAgainRenews() {
        Noise noise = Noise.of(Collections.nCopies(5, repeated()));
        assertEquals(0.463780, noise.repetition().careful().fresh(), 1e-5);
        assertEquals(0, noise.repetition().careful().ofFirst(), 1e-9);
        assertEquals(0, noise.repetition().careful().ofBefore(), 1e-9);
    }

    /** A repetition is half of the night's first value and a quarter of that of the night before. 45 starts, whose squares are 0.927563 each. */
    @Test
    void firstRepetitionsTellWhatComesAgain() {
        List<Occasion> once = level(60, i -> i % 4 < 2 ? 0.01 : -0.01);
        List<Occasion> again = IntStream.range(0, 60).mapToObj(i -> i == 0 || i > 9 ? once.get(i) : new Occasion(List.of(once.get(i).value(),
                Math.exp(0.5 * Math.log(once.get(i).value()) + 0.25 * Math.log(once.get(i - 1).value())), 1.0, 1.0))).toList();
        Noise noise = Noise.of(Collections.nCopies(5, again));
        assertEquals(0.5, noise.repetition().careful().ofFirst(), 0.02);
        assertEquals(0.25, noise.repetition().careful().ofBefore(), 0.02);
    }

    /** Only four such series: nothing is known of their scatter but what each of 20 nights tells itself. */
    @Test
    void pairsInASeriesOfUnknownScatterTellNothing() {
        List<Occasion> few = repeated().subList(0, 20);
        assertEquals(Repetition.Range.UNKNOWN, Noise.of(Collections.nCopies(4, few)).repetition());
    }

    private static List<Occasion> repeated() {
        List<Occasion> once = level(60, NoiseTest::inTurn);
        return Stream.concat(IntStream.range(0, 10).mapToObj(i -> {
            double first = once.get(i).value();
            return new Occasion(List.of(first, 1.0, Math.exp(inTurn(i)), 1.0));
        }), once.subList(10, 60).stream()).toList();
    }

    /** Logarithms 0.000 to 0.199, of which the last 180 count: their mean is (0.020 + 0.199) / 2. */
    @Test
    void occasionsLongAgoDoNotCount() {
        Baseline found = Noise.baseline(level(200, i -> i / 1000.0));
        assertEquals(180, found.kept());
        assertEquals(0.1095, found.mean(), 1e-12);
    }

    /**
     * Logarithms 0 to 4 hundredths; neighbours 0.2, decay 0.5: variance 0.0003125 with 3.518072 degrees of freedom, of others 0.0004 with 6,
     * together (3.518072 · 0.0003125 + 6 · 0.0004) / 9.518072 = 0.000367658. The mean of five has 1.8 / 5 of it.
     */
    @Test
    void whatIsUsualForASeriesComesFromItselfAndFromOthers() {
        Memory memory = new Memory(0.2, 0.5);
        Noise noise = new Noise(new Scatter(0.0004, 6), new Memory.Range(new Memory(0, 0), memory), Repetition.Range.UNKNOWN);
        Noise.Usual usual = noise.usual(Noise.baseline(level(5, i -> i / 100.0)));
        assertEquals(0.02, usual.mean(), 1e-12);
        assertEquals(0.000367658, usual.scatter().variance(), 1e-9);
        assertEquals(9.518072, usual.scatter().freedom(), 1e-6);
        assertEquals(0.36 * 0.000367658, usual.varianceOfMean(), 1e-9);
    }
}
