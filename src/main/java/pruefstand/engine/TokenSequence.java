package pruefstand.engine;

/**
 * Tokens of which the later ones are scored, each given all before it.
 *
 * @param tokens the whole sequence
 * @param from index of the first scored token, at least 1 since the first token has nothing before it
 */
public record TokenSequence(int[] tokens, int from) {

    public TokenSequence {
        if (from < 1 || from >= tokens.length) {
            throw new IllegalArgumentException("scored tokens begin between 1 and " + (tokens.length - 1) + ", got " + from);
        }
    }

    public int scored() {
        return tokens.length - from;
    }
}
