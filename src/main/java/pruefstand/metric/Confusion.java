package pruefstand.metric;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How often items of each class were taken for each class: the measures of classification, as scikit-learn counts them. All are
 * without unit, 0 … 1, higher is better. A class without true or called items has precision, recall and F1 of 0; a class with
 * neither is left out. No items: no number.
 *
 * @param counts {@code [true class][called class]}
 */
public record Confusion(long[][] counts) {

    /**
     * Counts.
     *
     * @param classes how many there are; both lists hold numbers below it
     */
    public static Confusion of(int[] truth, int[] called, int classes) {
        if (truth.length != called.length) {
            throw new IllegalArgumentException("as many calls as items wanted, got " + called.length + " for " + truth.length);
        }
        long[][] counts = new long[classes][classes];
        IntStream.range(0, truth.length).forEach(i -> counts[truth[i]][called[i]]++);
        return new Confusion(counts);
    }

    /** Share of items that were called rightly. */
    public OptionalDouble accuracy() {
        long total = classes().mapToLong(this::truly).sum();
        long right = classes().mapToLong(i -> counts[i][i]).sum();
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / total);
    }

    /** Mean of the F1 of each class, whatever its size. */
    public OptionalDouble macroF1() {
        return classes().filter(i -> truly(i) + called(i) > 0).mapToDouble(this::f1).average();
    }

    private IntStream classes() {
        return IntStream.range(0, counts.length);
    }

    private double f1(int i) {
        return ratio(2 * counts[i][i], truly(i) + called(i));
    }

    private long truly(int i) {
        return IntStream.range(0, counts.length).mapToLong(other -> counts[i][other]).sum();
    }

    private long called(int i) {
        return IntStream.range(0, counts.length).mapToLong(other -> counts[other][i]).sum();
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
