package pruefstand.engine;

/**
 * The vector of one text.
 *
 * @param vector not to be changed by whoever receives it
 * @param tokens tokens that were read, special ones included
 * @param truncated whether the text was longer than the encoder reads
 */
public record Embedding(float[] vector, int tokens, boolean truncated) {
}
