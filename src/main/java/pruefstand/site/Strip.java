package pruefstand.site;

import java.util.Locale;
import pruefstand.metric.Estimate;

/**
 * An interval on a small axis that it shares with those beside it; coordinates of a drawing 100 wide.
 *
 * @param low where the interval begins
 * @param at where the value lies
 * @param high where the interval ends
 */
record Strip(String low, String at, String high) {

    private static final double MARGIN = 4;

    /** Places an estimate that has an interval on an axis from {@code from} to {@code to}. */
    static Strip of(Estimate estimate, double from, double to) {
        return new Strip(place(estimate.low().getAsDouble(), from, to), place(estimate.value(), from, to),
                place(estimate.high().getAsDouble(), from, to));
    }

    private static String place(double value, double from, double to) {
        double share = to > from ? (value - from) / (to - from) : 0.5;
        return String.format(Locale.ROOT, "%.1f", MARGIN + share * (100 - 2 * MARGIN));
    }
}
