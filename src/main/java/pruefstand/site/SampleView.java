package pruefstand.site;

import java.util.List;

/**
 * The beginning of a text, each piece coloured by how much it surprised a model.
 *
 * @param caption which text and which variant
 * @param language of the text, as a BCP 47 tag; empty text where it is of none or of several
 * @param pieces in order
 * @param key what the shades mean
 */
record SampleView(String caption, String language, List<Piece> pieces, List<Shade> key) {

    /**
     * What a shade means.
     *
     * @param text in words
     * @param shade as of a piece
     */
    record Shade(String text, int shade) {
    }

    /**
     * A piece of text.
     *
     * @param text the piece
     * @param shade 0 (expected) to 5 (most surprising)
     * @param bits how many bits it was, in words
     */
    record Piece(String text, int shade, String bits) {
    }
}
