package pruefstand.engine;

/**
 * Scores of the tokens of a text, each hidden while all others were seen.
 *
 * @param logLikelihoods natural logarithm of each token's probability; the tokens that surround every text are left out
 * @param truncated whether the text was longer than the model reads
 */
public record MaskedScores(double[] logLikelihoods, boolean truncated) {
}
