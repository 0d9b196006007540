package pruefstand.site.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Marks over two axes, joined by series, each with its error bars and as far as there is room a text of its own.
 *
 * @param id tells the drawing from others of its chart
 * @param width in pixels
 * @param height in pixels
 * @param across the horizontal scale
 * @param up the vertical scale
 */
public record Scatter(String id, int width, int height, Scale across, Scale up) {

    private static final double LEFT = 52;
    private static final double RIGHT = 16;
    private static final double TOP = 30;
    private static final double BOTTOM = 48;
    private static final double PIXELS_A_TICK_ACROSS = 74;
    private static final double PIXELS_A_TICK_UP = 60;
    private static final double HALF_MARK = 6;

    /**
     * Draws marks.
     *
     * @param guides lines beside them
     * @throws IllegalArgumentException if there are no marks
     */
    public Drawing draw(List<Mark> marks, List<Guide> guides) {
        if (marks.isEmpty()) {
            throw new IllegalArgumentException("a chart needs marks");
        }
        Axis x = across.axis(marks.stream().map(Mark::across).toList(), LEFT, width - RIGHT);
        Axis y = up.axis(marks.stream().map(Mark::up).toList(), height - BOTTOM, TOP);
        Places places = Places.of(marks, x, y);
        List<List<Mark>> series = series(marks);
        return new Drawing(id, width, height, Labels.number(LEFT), Labels.number(width - RIGHT), Labels.number(height - BOTTOM),
                across.ticksAcross(x, (int) ((width - LEFT) / PIXELS_A_TICK_ACROSS)), up.ticks(y, (int) ((height - TOP - BOTTOM) / PIXELS_A_TICK_UP)),
                lines(series, places), guides.stream().map(guide -> guide(guide, x, y)).toList(),
                marks.stream().map(mark -> places.point(mark)).toList(), labels(series, guides, places));
    }

    private static String guide(Guide guide, Axis across, Axis up) {
        return guide.corners().stream().map(corner -> Labels.number(across.place(corner.x())) + "," + Labels.number(up.place(corner.y())))
                .collect(Collectors.joining(" "));
    }

    /** The marks of each series from left to right. */
    private static List<List<Mark>> series(List<Mark> marks) {
        return marks.stream().collect(Collectors.groupingBy(Mark::series, TreeMap::new, Collectors.toList())).values().stream()
                .map(list -> list.stream().sorted(Comparator.comparingDouble((Mark mark) -> mark.across().value()).thenComparing(Mark::label)).toList())
                .toList();
    }

    private static List<Drawing.Line> lines(List<List<Mark>> series, Places places) {
        return series.stream().filter(marks -> marks.size() > 1)
                .map(marks -> new Drawing.Line(marks.stream().map(places::of).map(at -> Labels.number(at[0]) + "," + Labels.number(at[1]))
                        .collect(Collectors.joining(" ")), marks.getFirst().colour()))
                .toList();
    }

    private List<Drawing.Label> labels(List<List<Mark>> series, List<Guide> guides, Places places) {
        Labels labels = new Labels(new Box(LEFT + 2, TOP - 10, width, height - BOTTOM));
        series.forEach(marks -> obstacles(marks, places, labels));
        guides.forEach(guide -> obstacle(guide, places.across(), places.up(), labels));
        List<Drawing.Label> placed = new ArrayList<>();
        for (List<Mark> marks : series) {
            List<double[]> points = marks.reversed().stream().map(places::of).toList();
            Mark first = marks.getFirst();
            String name = marks.size() == 1 ? first.series() + " " + first.label() : first.series();
            labels.place(name, true, first.colour(), points).ifPresent(placed::add);
        }
        for (List<Mark> marks : series) {
            if (marks.size() > 1) {
                marks.stream().filter(mark -> !mark.label().isEmpty()).forEach(mark -> labels.place(mark.label(), false, mark.colour(), List.of(places.of(mark)))
                        .ifPresent(placed::add));
            }
        }
        return placed;
    }

    /** Marks, error bars and lines are not to be covered. */
    private static void obstacles(List<Mark> marks, Places places, Labels labels) {
        for (int i = 0; i < marks.size(); i++) {
            double[] at = places.of(marks.get(i));
            labels.mark(at, HALF_MARK);
            labels.take(new Box(at[0] - 1, places.up().place(marks.get(i).up().high()), at[0] + 1, places.up().place(marks.get(i).up().low())));
            labels.take(new Box(places.across(marks.get(i), marks.get(i).across().low()), at[1] - 1,
                    places.across(marks.get(i), marks.get(i).across().high()), at[1] + 1));
            if (i > 0) {
                line(places.of(marks.get(i - 1)), at, labels);
            }
        }
    }

    private static void obstacle(Guide guide, Axis across, Axis up, Labels labels) {
        List<double[]> corners = guide.corners().stream().map(corner -> new double[] {across.place(corner.x()), up.place(corner.y())}).toList();
        for (int i = 1; i < corners.size(); i++) {
            line(corners.get(i - 1), corners.get(i), labels);
        }
    }

    private static void line(double[] from, double[] to, Labels labels) {
        int pieces = (int) Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 4);
        for (int i = 1; i < pieces; i++) {
            double share = i / (double) pieces;
            labels.take(Box.around(from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]), 1));
        }
    }
}
