package pruefstand.site.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Places texts beside marks so that nothing covers anything; a text that has no place is left out, its mark still has a title.
 */
final class Labels {

    private static final double GAP = 9;
    private static final double ABOVE = 15;
    private static final double ASCENT = 10;
    private static final double DESCENT = 3;
    private static final double CLEARANCE = 3;
    /** Between two texts, so that they do not read as one. */
    private static final double SPACE = 5;
    /** Widths in the widest of the usual fonts. */
    private static final double CAPITAL = 9.6;
    private static final double CHARACTER = 7.9;
    private static final double STRONG = 1.1;

    private final Box area;
    private final List<Box> taken = new ArrayList<>();
    private final List<double[]> marks = new ArrayList<>();

    Labels(Box area) {
        this.area = area;
    }

    /** Something that no text may cover. */
    void take(Box box) {
        taken.add(box);
    }

    /** A mark: no text may cover it, nor stand nearer to it than to its own. */
    void mark(double[] point, double half) {
        marks.add(point);
        taken.add(Box.around(point[0], point[1], half));
    }

    /** The text beside the first of these points where there is room. */
    Optional<Drawing.Label> place(String text, boolean strong, int colour, List<double[]> points) {
        double width = width(text) * (strong ? STRONG : 1);
        for (double[] point : points) {
            for (Spot spot : Spot.values()) {
                Box box = spot.box(point[0], point[1], width);
                if (box.isInside(area) && taken.stream().noneMatch(box::overlaps) && belongsTo(point, box)) {
                    taken.add(new Box(box.left() - SPACE, box.top(), box.right() + SPACE, box.bottom()));
                    String x = number(spot.anchor(point[0]));
                    String base = number(box.bottom() - DESCENT);
                    return Optional.of(new Drawing.Label(x, base, spot.anchor, strong, colour, text));
                }
            }
        }
        return Optional.empty();
    }

    /** As wide as a text becomes at most that is not strong, in pixels. */
    static double width(String text) {
        return text.codePoints().mapToDouble(c -> Character.isUpperCase(c) ? CAPITAL : CHARACTER).sum();
    }

    private boolean belongsTo(double[] point, Box box) {
        double own = box.distance(point);
        return marks.stream().filter(other -> other[0] != point[0] || other[1] != point[1])
                .allMatch(other -> box.distance(other) > own + CLEARANCE);
    }

    static String number(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }

    /** Where a text can stand, the best place first. */
    private enum Spot {
        RIGHT(1, 0, "start"), LEFT(-1, 0, "end"), ABOVE_RIGHT(1, -1, "start"), BELOW_RIGHT(1, 1, "start"),
        ABOVE_LEFT(-1, -1, "end"), BELOW_LEFT(-1, 1, "end"), TOP(0, -1, "middle"), BOTTOM(0, 1, "middle");

        private final int right;
        private final int down;
        private final String anchor;

        Spot(int right, int down, String anchor) {
            this.right = right;
            this.down = down;
            this.anchor = anchor;
        }

        private double anchor(double x) {
            return x + right * GAP;
        }

        private Box box(double x, double y, double width) {
            double base = y + ASCENT / 2 - 1 + down * ABOVE;
            double left = right > 0 ? anchor(x) : right < 0 ? anchor(x) - width : x - width / 2;
            return new Box(left, base - ASCENT, left + width, base + DESCENT);
        }
    }
}
