package pruefstand.search;

/**
 * A term in a text.
 *
 * @param term what it is found under
 * @param start first character of what stands for it
 * @param end behind the last character
 * @param further whether it stands in the place of the one before, so that the text is not longer for it
 */
record Token(String term, int start, int end, boolean further) {
}
