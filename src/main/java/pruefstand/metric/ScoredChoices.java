package pruefstand.metric;

import java.util.Arrays;

/**
 * How likely a model finds each of several ways to go on, and how long each is.
 *
 * @param logLikelihoods sum of the natural logarithms of a choice's token probabilities
 * @param tokens of the choice with what joins it to its context, at least 1
 * @param characters Unicode code points of the choice, without what joins it to its context
 * @param bytes of the same in UTF-8
 */
public record ScoredChoices(double[] logLikelihoods, int[] tokens, int[] characters, int[] bytes) {

    /** Single precision rounds in about the seventh digit. */
    private static final double ROUNDING = 1e-6;

    /** Whether a score is the same for all choices, but for rounding: it tells none from another. */
    public boolean areEqualBy(ChoiceScore score) {
        double[] values = score.of(this);
        double max = Arrays.stream(values).max().orElseThrow();
        double min = Arrays.stream(values).min().orElseThrow();
        return max - min <= ROUNDING * Math.abs(max);
    }
}
