package pruefstand.site;

import java.util.List;

/**
 * A page that lists models or tasks.
 *
 * @param frame what stands around it
 * @param title its heading
 * @param entries one a page
 * @param pager ways to the other pages of the list; empty where there is one only
 */
record ListView(Frame frame, String title, List<Entry> entries, List<Frame.Section> pager) {

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
