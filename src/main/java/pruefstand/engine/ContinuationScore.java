package pruefstand.engine;

/**
 * How likely a continuation is after its context.
 *
 * @param logLikelihood sum of the natural logarithms of its tokens' probabilities
 * @param tokens tokens of the continuation
 * @param greedy whether each of them was the model's first choice
 */
public record ContinuationScore(double logLikelihood, int tokens, boolean greedy) {
}
