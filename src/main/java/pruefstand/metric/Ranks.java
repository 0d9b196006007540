package pruefstand.metric;

import java.util.Arrays;

/**
 * The order of some values, found once, so that the ranks of any draw of them cost no sorting.
 *
 * @param level of each value: how many different values are below it
 * @param levels how many different values there are
 */
record Ranks(int[] level, int levels) {

    static Ranks of(double[] values) {
        double[] distinct = Arrays.stream(values).map(Ranks::positiveZero).sorted().distinct().toArray();
        int[] level = Arrays.stream(values).mapToInt(value -> Arrays.binarySearch(distinct, positiveZero(value))).toArray();
        return new Ranks(level, distinct.length);
    }

    /** Ranks from 1 of the drawn values among each other; equal values share the average of theirs. */
    double[] average(int[] drawn) {
        int[] count = new int[levels];
        for (int i : drawn) {
            count[level[i]]++;
        }
        double[] rank = new double[levels];
        int below = 0;
        for (int l = 0; l < levels; l++) {
            rank[l] = below + (count[l] + 1) / 2.0;
            below += count[l];
        }
        return Arrays.stream(drawn).mapToDouble(i -> rank[level[i]]).toArray();
    }

    /** The two zeros are one value, although sorting tells them apart. */
    private static double positiveZero(double value) {
        return value + 0.0;
    }
}
