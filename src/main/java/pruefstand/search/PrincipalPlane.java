package pruefstand.search;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Vectors in two dimensions: along the two principal axes of what they are, found by power iteration from a fixed start, so that the
 * same vectors give the same points. Of the two directions of an axis that counts as positive in which its largest part points.
 *
 * @param points one for each vector, around the origin
 * @param first share of all variance along the first axis, 0 … 1
 * @param second along the second
 */
public record PrincipalPlane(List<Point> points, double first, double second) {

    private static final int ROUNDS = 300;

    /**
     * A point.
     *
     * @param x along the first axis
     * @param y along the second
     */
    public record Point(double x, double y) {
    }

    /**
     * The plane of some vectors.
     *
     * @param vectors at least one, all of the same length
     */
    public static PrincipalPlane of(List<float[]> vectors) {
        double[][] rows = centred(vectors);
        double all = squares(rows);
        double[] x = along(rows);
        double[][] rest = without(rows, x);
        double[] y = along(rest);
        return new PrincipalPlane(IntStream.range(0, rows.length).mapToObj(i -> new Point(dot(rows[i], x), dot(rest[i], y))).toList(),
                share(rows, x, all), share(rest, y, all));
    }

    private static double[][] centred(List<float[]> vectors) {
        int length = vectors.getFirst().length;
        double[] mean = new double[length];
        vectors.forEach(vector -> IntStream.range(0, length).forEach(i -> mean[i] += vector[i] / (double) vectors.size()));
        return vectors.stream().map(vector -> IntStream.range(0, length).mapToDouble(i -> vector[i] - mean[i]).toArray()).toArray(double[][]::new);
    }

    /** The axis of most variance, of length 1; 0 where there is none. */
    private static double[] along(double[][] rows) {
        double[] axis = start(rows);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[axis.length];
            for (double[] row : rows) {
                double part = dot(row, axis);
                for (int i = 0; i < next.length; i++) {
                    next[i] += part * row[i];
                }
            }
            axis = unit(next);
        }
        return positive(axis);
    }

    /** The longest row points somewhat along every axis that it has a part in. */
    private static double[] start(double[][] rows) {
        double[] longest = rows[0];
        for (double[] row : rows) {
            longest = dot(row, row) > dot(longest, longest) ? row : longest;
        }
        return unit(longest);
    }

    private static double[] positive(double[] axis) {
        double largest = 0;
        for (double part : axis) {
            largest = Math.abs(part) > Math.abs(largest) ? part : largest;
        }
        double sign = largest < 0 ? -1 : 1;
        return IntStream.range(0, axis.length).mapToDouble(i -> sign * axis[i]).toArray();
    }

    private static double[][] without(double[][] rows, double[] axis) {
        double[][] rest = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            double part = dot(row, axis);
            rest[i] = IntStream.range(0, row.length).mapToDouble(at -> row[at] - part * axis[at]).toArray();
        }
        return rest;
    }

    private static double[] unit(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        return length < 1e-12 ? new double[vector.length] : IntStream.range(0, vector.length).mapToDouble(i -> vector[i] / length).toArray();
    }

    private static double share(double[][] rows, double[] axis, double all) {
        double along = 0;
        for (double[] row : rows) {
            along += Math.pow(dot(row, axis), 2);
        }
        return all == 0 ? 0 : along / all;
    }

    private static double squares(double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            sum += dot(row, row);
        }
        return sum;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
