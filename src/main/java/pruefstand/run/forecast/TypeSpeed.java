package pruefstand.run.forecast;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How fast a machine computes with weights that are stored in one way. It depends on how many there are: few stay in a cache.
 *
 * @param points measured, by size, at least one
 */
record TypeSpeed(List<Point> points) {

    TypeSpeed {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("no points");
        }
        points = points.stream().sorted(Comparator.comparingLong(Point::bytes)).toList();
    }

    /**
     * One model that was measured.
     *
     * @param bytes of its weights
     * @param secondsPerByte of generating a token
     * @param secondsPerProduct of reading a prompt, for each weight and token
     */
    record Point(long bytes, double secondsPerByte, double secondsPerProduct) {
    }

    double secondsPerByte(long bytes) {
        return between(bytes, Point::secondsPerByte);
    }

    double secondsPerProduct(long bytes) {
        return between(bytes, Point::secondsPerProduct);
    }

    /** Between two points by the logarithm of the size; beyond the last ones as there. */
    private double between(long bytes, ToDoubleFunction<Point> value) {
        Point before = points.getFirst();
        for (Point point : points) {
            if (bytes <= point.bytes()) {
                double way = before == point || bytes <= before.bytes() ? 1
                        : Math.log((double) bytes / before.bytes()) / Math.log((double) point.bytes() / before.bytes());
                return bytes <= points.getFirst().bytes() ? value.applyAsDouble(points.getFirst())
                        : value.applyAsDouble(before) + way * (value.applyAsDouble(point) - value.applyAsDouble(before));
            }
            before = point;
        }
        return value.applyAsDouble(before);
    }
}
