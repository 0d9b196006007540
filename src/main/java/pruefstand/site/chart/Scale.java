package pruefstand.site.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How values lie on an axis.
 *
 * @param logarithmic whether equal ratios, not equal differences, have equal lengths; values are positive then
 * @param text writes the value of a tick
 */
public record Scale(boolean logarithmic, TickText text) {

    private static final double SHARE = 0.06;
    private static final double LEAST_RATIO = 1.15;

    /** Writes the value of a tick. */
    @FunctionalInterface
    public interface TickText {

        /**
         * The text.
         *
         * @param value at the tick
         * @param step from one tick to the next on a linear axis, for the number of digits; the value itself on a logarithmic one
         */
        String of(double value, double step);
    }

    /** An axis on which all of these have room. */
    Axis axis(List<Extent> values, double start, double end) {
        double from = values.stream().mapToDouble(Extent::low).min().orElseThrow();
        double to = values.stream().mapToDouble(Extent::high).max().orElseThrow();
        if (logarithmic) {
            double ratio = Math.max(LEAST_RATIO, Math.pow(to / from, SHARE));
            return new Axis(from / ratio, to * ratio, start, end, true);
        }
        double pad = to > from ? (to - from) * SHARE : Math.max(Math.abs(to) * 0.1, 1e-6);
        return new Axis(from - pad, to + pad, start, end, false);
    }

    /** Those of a horizontal axis: of two whose texts would touch, the first. */
    List<Drawing.Tick> ticksAcross(Axis axis, int most) {
        List<Drawing.Tick> apart = new ArrayList<>();
        double end = Double.NEGATIVE_INFINITY;
        for (Drawing.Tick tick : ticks(axis, most)) {
            double at = Double.parseDouble(tick.at());
            double half = Labels.width(tick.text()) / 2;
            if (at - half > end) {
                apart.add(tick);
                end = at + half;
            }
        }
        return apart;
    }

    List<Drawing.Tick> ticks(Axis axis, int most) {
        List<Double> values = axis.ticks(most);
        double step = values.size() > 1 ? values.get(1) - values.get(0) : 1;
        return values.stream().map(value -> new Drawing.Tick(Labels.number(axis.place(value)), text.of(value, logarithmic ? value : step)))
                .toList();
    }
}
