package pruefstand.site;

/**
 * Something is not to be had.
 *
 * @param title its heading
 * @param text what, and what to do
 * @param detail what else is to be said; empty text for nothing
 * @param start link to the start page
 */
record ProblemView(String title, String text, String detail, String start) {
}
