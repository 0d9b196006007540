package pruefstand.engine;

import java.util.List;
import java.util.OptionalInt;

/** Guesses tokens that are hidden in a text. */
public interface MaskedModel {

    /** How a hidden token is written in a text, such as {@code [MASK]}. */
    String mask();

    /** The most tokens of a text that are read, special ones included; what is beyond is cut. */
    int maxInputTokens();

    /**
     * The likeliest tokens for the first mask of each text, best first and of equals the lowest id; none where the text has no
     * mask in the part that is read. One list for each text, in the texts' order.
     *
     * @param count how many, at least 1
     */
    List<List<TokenCandidate>> fill(List<String> texts, int count);

    /**
     * The token that a word is where it stands in place of the first mask of a text; empty where the vocabulary has no single token
     * for it there, or the mask is in the part that is not read.
     */
    OptionalInt tokenOf(String word, String text);

    /** Hides the tokens of each text one at a time and scores what was hidden; in the texts' order. */
    List<MaskedScores> score(List<String> texts);
}
