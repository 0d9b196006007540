package pruefstand.metric;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * How well clusters agree with classes. Nobody's names for either matter. No unit, higher is better. No items: no number; items
 * that are all of one class in one cluster agree wholly.
 *
 * @param counts {@code [class][cluster]}
 */
public record Partition(long[][] counts) {

    /**
     * Counts.
     *
     * @param classes how many there are; likewise the clusters
     */
    public static Partition of(int[] labels, int[] assigned, int classes, int clusters) {
        if (labels.length != assigned.length) {
            throw new IllegalArgumentException("as many clusters as labels wanted, got " + assigned.length + " for " + labels.length);
        }
        long[][] counts = new long[classes][clusters];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]][assigned[i]]++;
        }
        return new Partition(counts);
    }

    /**
     * V-measure, 0 … 1: {@code 2hc / (h + c)} of homogeneity {@code h = I / H(class)} and completeness {@code c = I / H(cluster)};
     * each is 1 where its entropy is 0. Source: Rosenberg and Hirschberg (2007), β = 1; scikit-learn's {@code v_measure_score}.
     */
    public OptionalDouble vMeasure() {
        if (total() == 0) {
            return OptionalDouble.empty();
        }
        double information = mutualInformation();
        double homogeneity = share(information, entropy(classes()));
        double completeness = share(information, entropy(clusters()));
        double sum = homogeneity + completeness;
        return OptionalDouble.of(sum == 0 ? 0 : 2 * homogeneity * completeness / sum);
    }

    private static double share(double information, double entropy) {
        return entropy == 0 ? 1 : information / entropy;
    }

    /**
     * Adjusted mutual information, at most 1, about 0 by chance if no item occurs twice:
     * {@code (I - E[I]) / ((H(class) + H(cluster)) / 2 - E[I])}, with the expectation over all partitions of these sizes. Source: Vinh, Epps and Bailey (2010); scikit-learn's
     * {@code adjusted_mutual_info_score}.
     */
    public OptionalDouble adjustedMutualInformation() {
        if (total() == 0) {
            return OptionalDouble.empty();
        }
        long used = Arrays.stream(classes()).filter(count -> count > 0).count();
        long filled = Arrays.stream(clusters()).filter(count -> count > 0).count();
        if (used == filled && (used == 1 || used == total())) {
            return OptionalDouble.of(1);
        }
        double expected = expectedMutualInformation();
        double bound = (entropy(classes()) + entropy(clusters())) / 2 - expected;
        // As scikit-learn does: what rounding makes of 0 must not change the sign.
        double nonZero = bound < 0 ? Math.min(bound, -Math.ulp(1.0)) : Math.max(bound, Math.ulp(1.0));
        return OptionalDouble.of((mutualInformation() - expected) / nonZero);
    }

    private double mutualInformation() {
        long[] classes = classes();
        long[] clusters = clusters();
        double total = total();
        double sum = 0;
        for (int i = 0; i < classes.length; i++) {
            for (int j = 0; j < clusters.length; j++) {
                if (counts[i][j] > 0) {
                    sum += counts[i][j] / total * Math.log(counts[i][j] * total / ((double) classes[i] * clusters[j]));
                }
            }
        }
        return Math.max(0, sum);
    }

    private double expectedMutualInformation() {
        int total = Math.toIntExact(total());
        double[] factorials = IntStream.rangeClosed(0, total).mapToDouble(n -> LogGamma.value(n + 1.0)).toArray();
        double sum = 0;
        for (long a : classes()) {
            for (long b : clusters()) {
                sum += a == 0 || b == 0 ? 0 : expectedTerm((int) a, (int) b, factorials);
            }
        }
        return sum;
    }

    /**
     * Of one class and one cluster of these sizes: over all numbers of items that they may share.
     *
     * @param factorials logarithms of those of 0 to the number of all items
     */
    private static double expectedTerm(int a, int b, double[] factorials) {
        int n = factorials.length - 1;
        double constant = factorials[a] + factorials[b] + factorials[n - a] + factorials[n - b] - factorials[n];
        double sum = 0;
        for (int shared = Math.max(1, a + b - n); shared <= Math.min(a, b); shared++) {
            double probability = Math.exp(constant - factorials[shared] - factorials[a - shared] - factorials[b - shared]
                    - factorials[n - a - b + shared]);
            sum += (double) shared / n * Math.log((double) n * shared / ((double) a * b)) * probability;
        }
        return sum;
    }

    private static double entropy(long[] sizes) {
        double total = Arrays.stream(sizes).sum();
        double sum = 0;
        for (long size : sizes) {
            sum -= size == 0 ? 0 : size / total * Math.log(size / total);
        }
        return sum;
    }

    private long total() {
        return Arrays.stream(classes()).sum();
    }

    private long[] classes() {
        return Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).toArray();
    }

    private long[] clusters() {
        long[] sums = new long[counts.length == 0 ? 0 : counts[0].length];
        for (long[] row : counts) {
            Arrays.setAll(sums, j -> sums[j] + row[j]);
        }
        return sums;
    }
}
