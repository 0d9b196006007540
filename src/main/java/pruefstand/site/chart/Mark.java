package pruefstand.site.chart;

/**
 * A point of a chart.
 *
 * @param series to which line it belongs: the model
 * @param label what tells it from others of its series: the variant
 * @param colour number of its colour
 * @param shape its shape
 * @param x on the horizontal axis, positive
 * @param y on the vertical axis
 * @param low where its error bar begins; {@code y} where it has none
 * @param high where its error bar ends; {@code y} where it has none
 * @param href where it leads
 * @param title what it is, in full
 */
public record Mark(String series, String label, int colour, Shape shape, double x, double y, double low, double high, String href,
        String title) {
}
