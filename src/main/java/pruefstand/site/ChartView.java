package pruefstand.site;

import java.util.List;
import pruefstand.site.chart.Drawing;

/**
 * A chart with its words and its numbers.
 *
 * @param id tells it from others of the page
 * @param title the finding, or what is plotted where there is none to be claimed
 * @param subtitle what is plotted
 * @param limits why no finding is claimed; empty where one is
 * @param across name of the horizontal axis
 * @param up name of the vertical axis
 * @param description for those who do not see it
 * @param drawings the same for wide and for narrow screens
 * @param key what the shapes mean
 * @param rows the numbers
 */
record ChartView(String id, String title, String subtitle, List<String> limits, String across, String up, String description,
        List<Drawing> drawings, List<Key> key, List<Row> rows) {

    /**
     * What a shape means.
     *
     * @param path its outline
     * @param text the kind of file
     */
    record Key(String path, String text) {
    }

    /**
     * The numbers of a mark.
     *
     * @param model its model
     * @param variant its variant
     * @param across where it lies on the horizontal axis
     * @param value the measured value
     */
    record Row(Link model, String variant, String across, Cell value) {
    }
}
