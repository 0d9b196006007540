package pruefstand.site.chart;

import java.util.List;

/**
 * A chart as coordinates, ready to be written as SVG; numbers are pixels with one decimal.
 *
 * @param id tells it from other drawings on the page
 * @param width of the whole
 * @param height of the whole
 * @param left of the area of the marks
 * @param right of the area of the marks
 * @param bottom of the area of the marks
 * @param across ticks of the horizontal axis
 * @param up ticks of the vertical axis
 * @param lines through the marks of each series
 * @param guides lines that are no series, for SVG polylines
 * @param marks the marks
 * @param labels texts beside marks; none overlaps anything
 */
public record Drawing(String id, int width, int height, String left, String right, String bottom, List<Tick> across,
        List<Tick> up, List<Line> lines, List<String> guides, List<Point> marks, List<Label> labels) {

    /**
     * A tick.
     *
     * @param at where on its axis
     * @param text its value
     */
    public record Tick(String at, String text) {
    }

    /**
     * A line through marks.
     *
     * @param points corners, for an SVG polyline
     * @param colour number of its colour
     */
    public record Line(String points, int colour) {
    }

    /**
     * A mark with its error bars.
     *
     * @param x of its middle
     * @param y of its middle
     * @param low end of its vertical error bar
     * @param high other end of it
     * @param left end of its horizontal error bar
     * @param right other end of it
     * @param colour number of its colour
     * @param path outline of its shape
     * @param href where it leads
     * @param title what it is
     */
    public record Point(String x, String y, String low, String high, String left, String right, int colour, String path, String href, String title) {
    }

    /**
     * A text.
     *
     * @param x of its anchor
     * @param y of its base line
     * @param anchor {@code start}, {@code middle} or {@code end}
     * @param strong whether it names a series
     * @param colour number of its series' colour
     * @param text what it says
     */
    public record Label(String x, String y, String anchor, boolean strong, int colour, String text) {
    }
}
