package pruefstand.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the last occasions of a series say: each first value, and the mean of its repetitions where it was measured again. An outlier among first values
 * says nothing: one that lies farther from its repetitions than these can be from it, or far from what is usual where nobody measured again.
 *
 * @param seen in the order measured; the last is what the newest occasion says after its repetitions, or would if these said the same as its first value
 * @param occasions how many there are
 * @param usual for the series
 */
record Evidence(List<Seen> seen, int occasions, Noise.Usual usual) {

    /**
     * One number.
     *
     * @param occasion which of them, from 0
     * @param again how often it was measured again for this so far; 0: it is a first value
     * @param most so often at the end, which is what it counts for
     * @param off how far it is from what is usual, in logarithms
     */
    record Seen(int occasion, int again, int most, double off) {

        private double share(Seen earlier, Memory memory, Repetition repetition) {
            int lag = occasion - earlier.occasion;
            if (again == 0) {
                return earlier.again == 0 ? memory.correlation(lag) : repetition.withFirst(memory, -lag);
            }
            double kept = earlier.again == 0 ? repetition.withFirst(memory, lag) : repetition.withRepetition(memory, lag);
            return kept + (earlier == this ? repetition.fresh() * Occasion.shareOfVariance(most) : 0);
        }

        /** Whether a first value lies so far from its repetitions that it is an outlier. */
        private boolean isFarFrom(Seen repeated, double variance, Memory memory, Repetition repetition) {
            double toCome = repetition.fresh() * (Occasion.shareOfVariance(repeated.again) - Occasion.shareOfVariance(repeated.most));
            double apart = share(this, memory, repetition) + repeated.share(repeated, memory, repetition) + toCome
                    - 2 * repeated.share(this, memory, repetition);
            return Math.abs(off - repeated.off) > Baseline.OUTLYING * Math.sqrt(variance * apart);
        }
    }

    /**
     * Of occasions.
     *
     * @param late the newest last
     * @param usual for the series
     * @param most so often the last would be measured again, if it has to be
     */
    static Evidence of(List<Occasion> late, Noise.Usual usual, int most) {
        double far = Baseline.OUTLYING * Math.sqrt(usual.scatter().variance());
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < late.size(); i++) {
            Occasion occasion = late.get(i);
            boolean last = i == late.size() - 1;
            double first = Math.log(occasion.values().getFirst()) - usual.mean();
            double value = Math.log(occasion.value()) - usual.mean();
            if (occasion.again() > 0 || !last && Math.abs(first) <= far) {
                seen.add(new Seen(i, 0, 0, first));
            }
            if (last || occasion.again() > 0) {
                int again = occasion.again() == 0 ? most : occasion.again();
                seen.add(new Seen(i, again, last ? Math.max(most, again) : again, value));
            }
        }
        return new Evidence(List.copyOf(seen), late.size(), usual);
    }

    /** How far the last occasions are shifted. The memory is known within its error only: of both ends the one that says less counts. */
    Shift shift(int window, Memory.Range memory, Repetition repetition) {
        return Stream.of(memory.least(), memory.most()).map(end -> clean(end, repetition).shift(window, end, repetition))
                .min(Comparator.comparingDouble(shift -> Math.abs(shift.deviations()))).orElseThrow();
    }

    /** Without first values that their repetitions show to be outliers. */
    private Evidence clean(Memory memory, Repetition repetition) {
        double variance = usual.scatter().variance();
        return new Evidence(IntStream.range(0, seen.size()).filter(i -> {
            Seen next = seen.get(Math.min(i + 1, seen.size() - 1));
            boolean isRepeated = seen.get(i).again == 0 && next.again > 0 && next.occasion == seen.get(i).occasion;
            return !(isRepeated && seen.get(i).isFarFrom(next, variance, memory, repetition));
        }).mapToObj(seen::get).toList(), occasions, usual);
    }

    private Shift shift(int window, Memory memory, Repetition repetition) {
        int before = (int) seen.stream().filter(each -> each.occasion < occasions - window).count();
        return Shift.of(seen.stream().mapToDouble(Seen::off).toArray(), before, covariance(memory, repetition));
    }

    private double[][] covariance(Memory memory, Repetition repetition) {
        double[][] covariance = new double[seen.size()][seen.size()];
        for (int i = 0; i < covariance.length; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = usual.scatter().variance() * seen.get(i).share(seen.get(j), memory, repetition) + usual.varianceOfMean();
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }
}
