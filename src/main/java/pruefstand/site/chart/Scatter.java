package pruefstand.site.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/**
 * Marks over a logarithmic horizontal and a linear vertical axis, joined by series, each with an error bar and as far as there is
 * room a text of its own.
 *
 * @param id tells the drawing from others on the page
 * @param width in pixels
 * @param height in pixels
 * @param acrossText writes a value of the horizontal axis
 * @param upText writes a value of the vertical axis, given the distance of ticks
 */
public record Scatter(String id, int width, int height, DoubleFunction<String> acrossText, TickText upText) {

    private static final double LEFT = 52;
    private static final double RIGHT = 16;
    private static final double TOP = 30;
    private static final double BOTTOM = 48;
    private static final double PIXELS_A_TICK_ACROSS = 74;
    private static final double PIXELS_A_TICK_UP = 60;
    private static final double HALF_MARK = 6;

    /** Writes the value of a tick. */
    @FunctionalInterface
    public interface TickText {

        /**
         * The text.
         *
         * @param value at the tick
         * @param step from one tick to the next, for the number of digits
         */
        String of(double value, double step);
    }

    /**
     * Draws the marks.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Drawing draw(List<Mark> marks) {
        if (marks.isEmpty()) {
            throw new IllegalArgumentException("a chart needs marks");
        }
        Axis across = across(marks);
        Axis up = up(marks);
        List<List<Mark>> series = series(marks);
        return new Drawing(id, width, height, Labels.number(LEFT), Labels.number(width - RIGHT), Labels.number(height - BOTTOM),
                across.ticks((int) ((width - LEFT) / PIXELS_A_TICK_ACROSS)).stream()
                        .map(value -> new Drawing.Tick(Labels.number(across.place(value)), acrossText.apply(value))).toList(),
                ticksUp(up), lines(series, across, up), marks.stream().map(mark -> point(mark, across, up)).toList(),
                labels(series, across, up));
    }

    private Axis across(List<Mark> marks) {
        double from = marks.stream().mapToDouble(Mark::x).min().orElseThrow();
        double to = marks.stream().mapToDouble(Mark::x).max().orElseThrow();
        double pad = Math.max(1.15, Math.pow(to / from, 0.06));
        return new Axis(from / pad, to * pad, LEFT, width - RIGHT, true);
    }

    private Axis up(List<Mark> marks) {
        double from = marks.stream().mapToDouble(Mark::low).min().orElseThrow();
        double to = marks.stream().mapToDouble(Mark::high).max().orElseThrow();
        double pad = to > from ? (to - from) * 0.08 : Math.max(Math.abs(to) * 0.1, 1e-6);
        return new Axis(from - pad, to + pad, height - BOTTOM, TOP, false);
    }

    private List<Drawing.Tick> ticksUp(Axis up) {
        List<Double> values = up.ticks((int) ((height - TOP - BOTTOM) / PIXELS_A_TICK_UP));
        double step = values.size() > 1 ? values.get(1) - values.get(0) : 1;
        return values.stream().map(value -> new Drawing.Tick(Labels.number(up.place(value)), upText.of(value, step))).toList();
    }

    /** The marks of each series from left to right. */
    private static List<List<Mark>> series(List<Mark> marks) {
        return marks.stream().collect(Collectors.groupingBy(Mark::series, TreeMap::new, Collectors.toList())).values().stream()
                .map(list -> list.stream().sorted(Comparator.comparingDouble(Mark::x).thenComparing(Mark::label)).toList())
                .toList();
    }

    private static List<Drawing.Line> lines(List<List<Mark>> series, Axis across, Axis up) {
        return series.stream().filter(marks -> marks.size() > 1)
                .map(marks -> new Drawing.Line(marks.stream()
                        .map(mark -> Labels.number(across.place(mark.x())) + "," + Labels.number(up.place(mark.y())))
                        .collect(Collectors.joining(" ")), marks.getFirst().colour()))
                .toList();
    }

    private static Drawing.Point point(Mark mark, Axis across, Axis up) {
        return new Drawing.Point(Labels.number(across.place(mark.x())), Labels.number(up.place(mark.y())),
                Labels.number(up.place(mark.low())), Labels.number(up.place(mark.high())), mark.colour(), mark.shape().path(),
                mark.href(), mark.title());
    }

    private List<Drawing.Label> labels(List<List<Mark>> series, Axis across, Axis up) {
        Labels labels = new Labels(new Box(LEFT + 2, TOP - 10, width, height - BOTTOM));
        series.forEach(marks -> obstacles(marks, across, up, labels));
        List<Drawing.Label> placed = new ArrayList<>();
        for (List<Mark> marks : series) {
            List<double[]> points = marks.reversed().stream().map(mark -> place(mark, across, up)).toList();
            Mark first = marks.getFirst();
            String name = marks.size() == 1 ? first.series() + " " + first.label() : first.series();
            labels.place(name, true, first.colour(), points).ifPresent(placed::add);
        }
        for (List<Mark> marks : series) {
            if (marks.size() > 1) {
                marks.forEach(mark -> labels.place(mark.label(), false, mark.colour(), List.of(place(mark, across, up)))
                        .ifPresent(placed::add));
            }
        }
        return placed;
    }

    private static double[] place(Mark mark, Axis across, Axis up) {
        return new double[] {across.place(mark.x()), up.place(mark.y())};
    }

    /** Marks, error bars and lines are not to be covered. */
    private static void obstacles(List<Mark> marks, Axis across, Axis up, Labels labels) {
        for (int i = 0; i < marks.size(); i++) {
            double[] at = place(marks.get(i), across, up);
            labels.mark(at, HALF_MARK);
            labels.take(new Box(at[0] - 1, up.place(marks.get(i).high()), at[0] + 1, up.place(marks.get(i).low())));
            if (i > 0) {
                line(place(marks.get(i - 1), across, up), at, labels);
            }
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
