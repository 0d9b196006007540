package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final double[] VALUES = IntStream.range(0, 100).mapToDouble(i -> i).toArray();

    @Test
    void theSameSeedGivesTheSameInterval() {
        assertEquals(Bootstrap.DEFAULT.overItems(100, mean(VALUES)), new Bootstrap(1000, 7).overItems(100, mean(VALUES)));
        assertNotEquals(Bootstrap.DEFAULT.overItems(100, mean(VALUES)), new Bootstrap(1000, 8).overItems(100, mean(VALUES)));
    }

    /** The generator's sequence is not promised for all versions of Java; records would stop being comparable. */
    @Test
    void theDrawsStayTheSameInEveryVersionOfJava() {
        assertArrayOf(new int[] {6, 3, 3, 1, 5, 7, 1, 9, 4, 4}, firstDraw());
    }

    @Test
    void holdsTheMeanWithTheErrorThatTheoryGives() {
        Interval interval = Bootstrap.DEFAULT.overItems(100, mean(VALUES));
        // standard deviation of 0 … 99 is sqrt((100² - 1) / 12) = 28.866; a tenth of it is the standard error
        assertEquals(2.8866, interval.stderr().orElseThrow(), 0.2);
        assertEquals(49.5 - 1.96 * 2.8866, interval.low().orElseThrow(), 0.6);
        assertEquals(49.5 + 1.96 * 2.8866, interval.high().orElseThrow(), 0.6);
    }

    @Test
    void coversTheTrueMeanAboutAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(1);
        long covered = IntStream.range(0, 400).filter(_ -> {
            double[] sample = random.doubles(60).toArray();
            Interval interval = new Bootstrap(300, 7).overItems(sample.length, mean(sample));
            return interval.low().orElseThrow() <= 0.5 && 0.5 <= interval.high().orElseThrow();
        }).count();
        assertTrue(covered >= 360 && covered <= 396, "95 % of 400 are 380, got " + covered);
    }

    @Test
    void saysHowItWasMade() {
        assertEquals("percentile bootstrap over items, 95 %, 1000, seed 7",
                Bootstrap.DEFAULT.overItems(10, mean(VALUES)).method());
        assertEquals("block bootstrap over spans, 95 %, 1000, seed 7",
                Bootstrap.DEFAULT.overBlocks("spans", 10, mean(VALUES)).method());
    }

    @Test
    void twoDrawsAreTheFewest() {
        assertTrue(new Bootstrap(2, 7).overItems(10, mean(VALUES)).low().isPresent());
        assertThrows(IllegalArgumentException.class, () -> new Bootstrap(1, 7));
    }

    @Test
    void fewerThanTenBlocksGiveNoInterval() {
        Interval interval = Bootstrap.DEFAULT.overBlocks("chunks", 9, mean(VALUES));
        assertEquals(Interval.none("9 chunks, fewer than 10"), interval);
        assertEquals(OptionalDouble.empty(), interval.low());
    }

    @Test
    void leavesOutDrawsThatDefineNothingAndSaysSo() {
        Statistic moreThanOne = drawn -> Arrays.stream(drawn).filter(i -> i == 0).count() > 1
                ? OptionalDouble.of(1) : OptionalDouble.empty();
        // 1 - 0.9¹⁰ - 0.9⁹ = 0.264 of the draws hold item 0 twice
        String method = Bootstrap.DEFAULT.overItems(10, moreThanOne).method();
        int counted = Integer.parseInt(method.replaceFirst(".*95 %, (\\d+) of 1000, seed 7", "$1"));
        assertEquals(264, counted, 50);
        assertEquals(Interval.none("not defined for resamples of the items"),
                Bootstrap.DEFAULT.overItems(10, _ -> OptionalDouble.empty()));
    }

    private static int[] firstDraw() {
        int[][] first = new int[1][];
        new Bootstrap(2, 7).overItems(10, drawn -> {
            first[0] = first[0] == null ? drawn.clone() : first[0];
            return OptionalDouble.of(0);
        });
        return first[0];
    }

    private static void assertArrayOf(int[] expected, int[] found) {
        assertEquals(Arrays.toString(expected), Arrays.toString(found));
    }

    private static Statistic mean(double[] values) {
        return drawn -> Arrays.stream(drawn).mapToDouble(i -> values[i]).average();
    }
}
