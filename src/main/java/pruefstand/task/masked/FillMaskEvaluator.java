package pruefstand.task.masked;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import pruefstand.engine.Ability;
import pruefstand.engine.Engine;
import pruefstand.engine.MaskedModel;
import pruefstand.engine.MaskedScores;
import pruefstand.engine.TokenCandidate;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Mean;
import pruefstand.metric.Metric;
import pruefstand.metric.NegativeLogLikelihood;
import pruefstand.metric.Statistic;
import pruefstand.model.Prompts;
import pruefstand.task.DataException;
import pruefstand.task.DataItem;
import pruefstand.task.Estimates;
import pruefstand.task.Evaluation;
import pruefstand.task.Evaluator;
import pruefstand.task.ItemScores;
import pruefstand.task.KeptItems;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;

/**
 * Has a masked model guess hidden words, and hides each token of the whole texts in turn. A word that the vocabulary has no single
 * token for is never guessed; the settings say how many those are.
 */
public final class FillMaskEvaluator implements Evaluator {

    private static final int GUESSES = 5;

    @Override
    public Outcome evaluate(Task task, Prompts prompts, Engine engine, Progress progress) {
        Optional<MaskedModel> model = engine.masked();
        if (model.isEmpty()) {
            return Outcome.Unsuitable.because("the model guesses no hidden words", engine, Ability.MASKED);
        }
        return outcome(progress.each(task.test().readItems(Gap.class), (index, gap) -> filled(index, gap, model.get())));
    }

    private static GapItem filled(int index, DataItem<Gap> gap, MaskedModel model) {
        GapItem item = gap.ask(value -> item(index, value, model));
        if (item.guesses().isEmpty() || item.tokens() == 0) {
            throw new DataException("the model reads " + model.maxInputTokens() + " tokens, and sees nothing hidden in " + gap.place());
        }
        if (!isFinite(item)) {
            throw new DataException("the model gave a log-likelihood that is not finite for " + gap.place());
        }
        return item;
    }

    private static GapItem item(int index, Gap gap, MaskedModel model) {
        String masked = gap.with(model.mask());
        List<TokenCandidate> guesses = model.fill(List.of(masked), GUESSES).getFirst();
        OptionalInt answer = model.tokenOf(gap.answer(), masked);
        int rank = 1 + IntStream.range(0, guesses.size())
                .filter(i -> answer.isPresent() && guesses.get(i).id() == answer.getAsInt()).findFirst().orElse(-1);
        MaskedScores scores = model.score(List.of(gap.whole())).getFirst();
        return new GapItem(index, gap.answer(), answer.isPresent(), rank, guesses, scores.logLikelihoods().length,
                -Arrays.stream(scores.logLikelihoods()).sum());
    }

    private static boolean isFinite(GapItem item) {
        return DoubleStream.concat(DoubleStream.of(item.nll()), item.guesses().stream().mapToDouble(TokenCandidate::logLikelihood))
                .allMatch(Double::isFinite);
    }

    @Override
    public ItemScores scores(KeptItems items) {
        List<GapItem> kept = items.read(GapItem.class);
        SequencedMap<Metric, Statistic> all = new LinkedHashMap<>();
        all.put(Metric.TOP_1_ACCURACY, new Mean(kept.stream().mapToDouble(item -> item.within(1)).toArray()));
        all.put(Metric.TOP_5_ACCURACY, new Mean(kept.stream().mapToDouble(item -> item.within(GUESSES)).toArray()));
        all.put(Metric.PSEUDO_PERPLEXITY, pseudoPerplexity(kept));
        return ItemScores.of(kept.size(), all);
    }

    private static Outcome outcome(List<GapItem> items) {
        if (items.stream().allMatch(item -> item.guesses().getFirst().logLikelihood() == item.guesses().getLast().logLikelihood())) {
            return new Outcome.Invalid("the model tells no word from another: its first " + GUESSES
                    + " guesses are equally likely in each of the " + items.size() + " texts");
        }
        double known = items.stream().filter(GapItem::singleToken).count();
        return Evaluation.of(new Estimates(items.size())
                .addMean(Metric.TOP_1_ACCURACY, items.stream().mapToDouble(item -> item.within(1)).toArray())
                .addMean(Metric.TOP_5_ACCURACY, items.stream().mapToDouble(item -> item.within(GUESSES)).toArray())
                .add(Metric.PSEUDO_PERPLEXITY, pseudoPerplexity(items)).all(),
                Map.of("items", items.size(), "single_token_share", known / items.size(), "seed", Bootstrap.DEFAULT.seed(),
                        "resamples", Bootstrap.DEFAULT.resamples()), items);
    }

    private static Statistic pseudoPerplexity(List<GapItem> items) {
        return drawn -> NegativeLogLikelihood.sum(Arrays.stream(drawn)
                .mapToObj(i -> new NegativeLogLikelihood(items.get(i).tokens(), items.get(i).nll(), 0)).toList()).tokenPerplexity();
    }
}
