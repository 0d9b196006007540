package pruefstand.search;

import java.util.List;

/**
 * A sentence with the places in it that answer a query.
 *
 * @param text the sentence
 * @param hits where the query's words stand, in order, none over another
 */
public record Sentence(String text, List<Hit> hits) {

    public Sentence {
        hits = List.copyOf(hits);
    }

    /**
     * A place in a text.
     *
     * @param start first character
     * @param end behind the last character
     */
    public record Hit(int start, int end) {
    }
}
