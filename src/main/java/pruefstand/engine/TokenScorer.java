package pruefstand.engine;

import java.util.List;

/** Log-likelihoods of tokens under a language model. */
public interface TokenScorer {

    Vocabulary vocabulary();

    /** The most tokens that the model can look at; a sequence may have one more, since its last token is scored but never read. */
    int contextLength();

    /**
     * The tokens of a text.
     *
     * @param addSpecial whether the model's own beginning and end tokens are added
     */
    int[] tokenize(String text, boolean addSpecial);

    /** The bytes of text that a token stands for; none for a special token. */
    byte[] bytesOf(int token);

    /**
     * Scores each sequence on its own, none seeing another, in the order given.
     *
     * @throws IllegalArgumentException if a sequence is longer than {@link #contextLength()} + 1
     */
    List<TokenScores> score(List<TokenSequence> sequences);
}
