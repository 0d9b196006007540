package pruefstand.metric;

import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * By what a model's choice among several is told: the one with the highest score, of equals the first; one without length never. The share of items whose
 * choice is the right one is an accuracy: no unit, 0 … 1, higher is better, no items no number, standard error {@code s/√n}. Source:
 * lm-evaluation-harness, whose {@code acc}, {@code acc_norm} and {@code acc_bytes} these are; by tokens choose
 * llama-perplexity's {@code --hellaswag} and {@code --multiple-choice}.
 */
public enum ChoiceScore {
    /** Log-likelihood divided by characters, so that short choices have no advantage. */
    PER_CHARACTER(Metric.ACC_NORM, ScoredChoices::characters),
    /** The log-likelihood itself. */
    SUM(Metric.ACC, choices -> IntStream.generate(() -> 1).limit(choices.tokens().length).toArray()),
    /** Divided by UTF-8 bytes. */
    PER_BYTE(Metric.ACC_BYTES, ScoredChoices::bytes),
    /** Divided by tokens. */
    PER_TOKEN(Metric.ACC_TOKEN, ScoredChoices::tokens);

    private final Metric accuracy;
    private final Function<ScoredChoices, int[]> lengths;

    ChoiceScore(Metric accuracy, Function<ScoredChoices, int[]> lengths) {
        this.accuracy = accuracy;
        this.lengths = lengths;
    }

    /** The share of items that are right by this score. */
    public Metric accuracy() {
        return accuracy;
    }

    /** The index of the chosen one, from 0. */
    public int best(ScoredChoices choices) {
        double[] scores = of(choices);
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }

    double[] of(ScoredChoices choices) {
        int[] length = lengths.apply(choices);
        return IntStream.range(0, length.length)
                .mapToDouble(i -> length[i] == 0 ? Double.NEGATIVE_INFINITY : choices.logLikelihoods()[i] / length[i]).toArray();
    }
}
