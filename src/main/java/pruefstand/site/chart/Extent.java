package pruefstand.site.chart;

/**
 * A value on one axis with its error bar.
 *
 * @param value where the mark is
 * @param low where the error bar begins; {@code value} where it has none
 * @param high where the error bar ends; {@code value} where it has none
 */
public record Extent(double value, double low, double high) {

    /** A value without an error bar. */
    public static Extent exact(double value) {
        return new Extent(value, value, value);
    }
}
