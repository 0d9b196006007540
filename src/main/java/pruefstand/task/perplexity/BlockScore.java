package pruefstand.task.perplexity;

import pruefstand.metric.NegativeLogLikelihood;

/**
 * A scored {@link Block}.
 *
 * @param bytes UTF-8 bytes of the text that its scored tokens stand for
 * @param nll sums over its scored tokens
 */
record BlockScore(long bytes, NegativeLogLikelihood nll) {
}
