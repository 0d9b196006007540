package pruefstand.engine;

/**
 * What was written.
 *
 * @param text the answer, without the stop text that ended it
 * @param promptTokens tokens of the prompt, template included
 * @param tokens tokens that were generated, the one that ended it included
 * @param end why it ended
 * @param pieceSeconds when each piece of text that is not empty was there, in seconds since the request was sent
 */
public record Generation(String text, int promptTokens, int tokens, End end, double[] pieceSeconds) {

    /** Why a generation ended. */
    public enum End {
        /** The model said so. */
        END_OF_TEXT,
        /** A stop text came. */
        STOP,
        /** As many tokens as were asked for, or as fit. */
        LENGTH
    }
}
