package pruefstand.site.chart;

/**
 * A rectangle in pixels.
 *
 * @param left smallest x
 * @param top smallest y
 * @param right largest x
 * @param bottom largest y
 */
record Box(double left, double top, double right, double bottom) {

    static Box around(double x, double y, double half) {
        return new Box(x - half, y - half, x + half, y + half);
    }

    boolean overlaps(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    /** From a point to the nearest point of the rectangle. */
    double distance(double[] point) {
        double across = Math.max(0, Math.max(left - point[0], point[0] - right));
        double along = Math.max(0, Math.max(top - point[1], point[1] - bottom));
        return Math.hypot(across, along);
    }

    boolean isInside(Box other) {
        return left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom;
    }
}
