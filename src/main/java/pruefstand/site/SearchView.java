package pruefstand.site;

/**
 * The page that searches.
 *
 * @param frame what stands around it
 */
record SearchView(Frame frame) {
}
