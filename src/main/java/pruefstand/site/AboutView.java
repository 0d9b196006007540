package pruefstand.site;

import java.util.List;

/**
 * The page about the site.
 *
 * @param frame what stands around it
 * @param counts what there is, in words
 * @param files what there is for programs
 * @param feeds feeds; none without an address under which the site stands
 * @param cited how to cite it
 */
record AboutView(Frame frame, List<String> counts, List<Link> files, List<Link> feeds, String cited) {
}
