package pruefstand.site.chart;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where marks stand. Those at the same place of the horizontal axis stand side by side, or their error bars would be one.
 *
 * @param across the horizontal axis
 * @param up the vertical axis
 * @param aside how far a mark stands beside its place, in pixels
 */
record Places(Axis across, Axis up, Map<Mark, Double> aside) {

    private static final double STEP = 5;
    /** Of all marks at one place from the first to the last. */
    private static final double WIDEST = 24;

    static Places of(List<Mark> marks, Axis across, Axis up) {
        Map<Mark, Double> aside = new IdentityHashMap<>();
        marks.stream().collect(Collectors.groupingBy(mark -> mark.across().value())).values().forEach(together -> {
            double step = Math.min(STEP, WIDEST / Math.max(1, together.size() - 1));
            for (int i = 0; i < together.size(); i++) {
                aside.put(together.get(i), (i - (together.size() - 1) / 2.0) * step);
            }
        });
        return new Places(across, up, aside);
    }

    /** The place of a mark. */
    double[] of(Mark mark) {
        return new double[] {across(mark, mark.across().value()), up.place(mark.up().value())};
    }

    /** Where a value of a mark stands on the horizontal axis. */
    double across(Mark mark, double value) {
        return across.place(value) + aside.get(mark);
    }

    /** A mark with its error bars. */
    Drawing.Point point(Mark mark) {
        double[] at = of(mark);
        return new Drawing.Point(Labels.number(at[0]), Labels.number(at[1]), Labels.number(up.place(mark.up().low())),
                Labels.number(up.place(mark.up().high())), Labels.number(across(mark, mark.across().low())),
                Labels.number(across(mark, mark.across().high())), mark.colour(), mark.shape().path(), mark.href(), mark.title());
    }
}
