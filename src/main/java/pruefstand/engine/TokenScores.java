package pruefstand.engine;

/**
 * Scores of the tokens {@code from … end} of a {@link TokenSequence}.
 *
 * @param logLikelihoods natural logarithm of each token's probability
 * @param greedy whether each token was the model's first choice (of equals, the lowest id)
 */
public record TokenScores(double[] logLikelihoods, boolean[] greedy) {
}
