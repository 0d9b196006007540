package pruefstand.site;

import java.util.List;

/**
 * A page that lists models or tasks.
 *
 * @param frame what stands around it
 * @param title its heading
 * @param entries one a page
 */
record ListView(Frame frame, String title, List<Entry> entries) {

    /**
     * An entry.
     *
     * @param link to its page
     * @param kind what it is
     * @param text what there is about it
     */
    record Entry(Link link, String kind, String text) {
    }
}
