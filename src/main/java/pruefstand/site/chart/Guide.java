package pruefstand.site.chart;

import java.util.List;

/**
 * A line that is no series: a front, a fit.
 *
 * @param corners in the values of the axes
 */
public record Guide(List<Corner> corners) {

    public Guide {
        corners = List.copyOf(corners);
    }

    /**
     * A corner.
     *
     * @param x on the horizontal axis
     * @param y on the vertical axis
     */
    public record Corner(double x, double y) {
    }
}
