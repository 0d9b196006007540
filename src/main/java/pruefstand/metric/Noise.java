package pruefstand.metric;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What all series of a machine tell about the noise of each: how alike they scatter, how one night resembles the next, and what measuring
 * again is worth.
 *
 * @param scatter what the others' scatter says about that of one
 * @param memory from night to night
 * @param repetition by measuring again
 */
public record Noise(Scatter scatter, Memory.Range memory, Repetition.Range repetition) {

    /** More occasions before are too old to tell. */
    static final int MOST = 180;
    /** With fewer degrees of freedom a scatter is known too badly: series whose scatter passes for too small are suspect more often. */
    private static final double KNOWN = 30;

    /** What is usual for one series. */
    record Usual(double mean, Scatter scatter, double varianceOfMean) {
    }

    /**
     * Learnt from series. Steps that none has found yet are no noise: their series are cut where they are clear in hindsight.
     *
     * @param levels of each series the occasions since its last step, oldest first
     */
    public static Noise of(List<List<Occasion>> levels) {
        List<List<Occasion>> known = levels.stream().filter(level -> level.size() >= StepTest.FEWEST).toList();
        List<Baseline> whole = known.stream().map(Noise::baseline).toList();
        double inflation = Memory.of(whole.stream().flatMap(each -> each.halves().stream()).toList()).most().inflation();
        List<Baseline> cut = whole.stream().flatMap(each -> each.cut(inflation).stream()).toList();
        Memory.Range memory = Memory.of(cut);
        Noise noise = new Noise(Scatter.common(cut.stream().map(each -> each.scatter(memory.most())).toList()), memory, Repetition.Range.UNKNOWN);
        List<Level> told = IntStream.range(0, known.size()).mapToObj(i -> new Level(late(known.get(i)), noise.usual(whole.get(i)))).filter(Level::isKnown).toList();
        return new Noise(noise.scatter, memory, Repetition.of(told.stream().flatMapToDouble(Level::apart).toArray(),
                told.stream().flatMap(Level::starts).toList()));
    }

    /** One level of a series, and what is usual for it. */
    private record Level(List<Occasion> occasions, Usual usual) {

        boolean isKnown() {
            return usual.scatter.freedom() >= KNOWN;
        }

        DoubleStream apart() {
            return occasions.stream().flatMapToDouble(Occasion::apart).map(apart -> apart / Math.sqrt(2 * usual.scatter.variance()));
        }

        Stream<Repetition.Start> starts() {
            return IntStream.range(1, occasions.size()).filter(i -> occasions.get(i).again() > 0).mapToObj(i -> new Repetition.Start(
                    off(occasions.get(i), 0), off(occasions.get(i - 1), 0), off(occasions.get(i), 1))).filter(Repetition.Start::isClean);
        }

        private double off(Occasion occasion, int at) {
            return (Math.log(occasion.values().get(at)) - usual.mean) / Math.sqrt(usual.scatter.variance());
        }
    }

    private static List<Occasion> late(List<Occasion> occasions) {
        return occasions.subList(Math.max(0, occasions.size() - MOST), occasions.size());
    }

    static Baseline baseline(List<Occasion> occasions) {
        return Baseline.of(late(occasions).stream()
                .mapToDouble(occasion -> Math.log(occasion.values().getFirst())).toArray());
    }

    Usual usual(Baseline baseline) {
        Scatter own = baseline.scatter(memory.most()).given(scatter);
        return new Usual(baseline.mean(), own, own.variance() * memory.most().inflation() / baseline.kept());
    }
}
