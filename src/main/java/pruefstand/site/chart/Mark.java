package pruefstand.site.chart;

/**
 * A point of a chart.
 *
 * @param series to which line it belongs: the model
 * @param label what tells it from others of its series: the variant
 * @param colour number of its colour
 * @param shape its shape
 * @param across where it lies on the horizontal axis
 * @param up where it lies on the vertical axis
 * @param href where it leads
 * @param title what it is, in full
 */
public record Mark(String series, String label, int colour, Shape shape, Extent across, Extent up, String href, String title) {
}
