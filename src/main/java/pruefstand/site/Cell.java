package pruefstand.site;

import java.util.OptionalDouble;

/**
 * A cell of a table, ready to be shown.
 *
 * @param kind how it is shown
 * @param text the value, or what stands in its place
 * @param interval how far it can be trusted, or empty text
 * @param href the record, or the place that explains; empty text where there is none
 * @param reason why there is no value or no interval, or empty text
 * @param marked whether the number is to be taken with care
 * @param key number to sort by, or empty text
 * @param label what the number is, where there is no column head to say it
 * @param important whether it stays on narrow screens
 * @param low lower end of the interval; empty where there is none
 * @param high upper end of the interval; empty where there is none
 * @param best whether no other can be told to be better
 * @param tie its part in the bracket beside a rank that several share
 */
record Cell(Kind kind, String text, String interval, String href, String reason, boolean marked, String key, String label,
        boolean important, OptionalDouble low, OptionalDouble high, boolean best, Tie tie) {

    enum Kind { VALUE, MISSING, FAILED }

    /** The parts of a bracket over rows below each other. */
    enum Tie {
        NONE(""), BEGINS("tied tie-begins"), GOES_ON("tied"), ENDS("tied tie-ends");

        private final String style;

        Tie(String style) {
            this.style = style;
        }

        @Override
        public String toString() {
            return style;
        }
    }

    /** Without an interval that could be drawn. */
    Cell(Kind kind, String text, String interval, String href, String reason, boolean marked, String key, String label, boolean important) {
        this(kind, text, interval, href, reason, marked, key, label, important, OptionalDouble.empty(), OptionalDouble.empty(), false, Tie.NONE);
    }

    /** The same as one of the best. */
    Cell asBest() {
        return new Cell(kind, text, interval, href, reason, marked, key, label, important, low, high, true, tie);
    }

    /** The same as a part of a bracket. */
    Cell tied(Tie part) {
        return new Cell(kind, text, interval, href, reason, marked, key, label, important, low, high, best, part);
    }

    public boolean isValue() {
        return kind == Kind.VALUE;
    }

    public boolean isFailed() {
        return kind == Kind.FAILED;
    }
}
