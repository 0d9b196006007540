package pruefstand.task.perplexity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import pruefstand.engine.Vocabulary;

/** What makes the scores of a language model unfit for a ranking; a reason in English, or nothing. */
public final class Gates {

    /** Engines compute probabilities in single precision; a uniform model must not pass by rounding. */
    private static final double ROUNDING = 1e-6;

    private Gates() {
    }

    /** A model that lacks the token which it wants before every text. */
    public static Optional<String> vocabulary(Vocabulary vocabulary) {
        return vocabulary.addsBos() && vocabulary.bos().isEmpty()
                ? Optional.of("the model wants a token that begins every text (BOS), and its vocabulary has none")
                : Optional.empty();
    }

    static Optional<String> scores(ScoredText scored, Vocabulary vocabulary) {
        return infinite("chunk", scored.chunks()).or(() -> infinite("span", scored.spans())).or(() -> infinite("window", scored.windows()))
                .or(() -> notBetterThanUniform("chunks", ScoredText.total(scored.chunks()).mean(), vocabulary))
                .or(() -> notBetterThanUniform("spans", ScoredText.total(scored.spans()).mean(), vocabulary));
    }

    private static Optional<String> infinite(String kind, List<BlockScore> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            if (!Double.isFinite(blocks.get(i).nll().sum())) {
                return Optional.of("the log-likelihood of " + kind + " " + (i + 1) + " is not finite: "
                        + -blocks.get(i).nll().sum());
            }
        }
        return Optional.empty();
    }

    /**
     * A model that predicts no better than whoever finds all tokens equally likely.
     *
     * @param kind over what the mean is taken, in the plural
     * @param mean nats per scored token
     */
    public static Optional<String> notBetterThanUniform(String kind, OptionalDouble mean, Vocabulary vocabulary) {
        double uniform = Math.log(vocabulary.size());
        return mean.isPresent() && mean.getAsDouble() >= uniform - ROUNDING
                ? Optional.of("not better than guessing: " + mean.getAsDouble() + " nats per token over the " + kind + ", and "
                        + uniform + " would be a guess among " + vocabulary.size() + " tokens")
                : Optional.empty();
    }
}
