package pruefstand.site;

import java.util.List;

/**
 * The page of terms.
 *
 * @param frame what stands around it
 * @param terms in the order of their names
 */
record GlossaryView(Frame frame, List<Term> terms) {

    /**
     * A term.
     *
     * @param id its anchor
     * @param name what it is called
     * @param text what it means
     * @param source against which that was checked
     * @param measured what the figures are, in words
     * @param figures what was measured here that illustrates it; empty where nothing was
     */
    record Term(String id, String name, String text, Link source, String measured, List<Figure> figures) {
    }

    /**
     * A number of this site.
     *
     * @param says the words before the link: {@code smallest: 1.52}
     * @param link to where it was measured
     */
    record Figure(String says, Link link) {
    }
}
