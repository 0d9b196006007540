package pruefstand.task.kld;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import pruefstand.engine.Ability;
import pruefstand.engine.Engine;
import pruefstand.engine.Vocabulary;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.TokenDivergence;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Evaluator;
import pruefstand.task.ItemScores;
import pruefstand.task.KeptItems;
import pruefstand.task.KldSettings;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.perplexity.Gates;
import pruefstand.task.perplexity.PerplexityRequest;

/** How far a model is from the one that it was made from; that one is open beside it. */
public final class KldEvaluator implements Evaluator {

    /** Why a variant without a base is left out, as records say it. */
    public static final String NO_BASE = "nothing to compare with: the registry names no base for this variant";

    /** There is only one model, so there is nothing to compare. */
    @Override
    public Outcome evaluate(Task task, Prompts prompts, Engine engine, Progress progress) {
        return new Outcome.Unsuitable(NO_BASE);
    }

    /**
     * Compares two models.
     *
     * @throws pruefstand.text.Refusal if their vocabularies differ, the text is too short, or the base has no logits
     */
    public Outcome compare(Task task, Engine base, Engine candidate, Progress progress) {
        if (candidate.scorer().isEmpty() || candidate.logits().isEmpty()) {
            return Outcome.Unsuitable.because("the model gives no probabilities of tokens", candidate, Ability.TOKEN_SCORES);
        }
        Vocabulary vocabulary = candidate.scorer().get().vocabulary();
        Optional<String> unusable = Gates.vocabulary(vocabulary);
        if (unusable.isPresent()) {
            return new Outcome.Invalid(unusable.get());
        }
        KlDivergence comparison = new KlDivergence(ComparedModel.of(base), ComparedModel.of(candidate));
        KldRequest request = new KldRequest(task.text().readText(),
                task.definition().settings(KldSettings.class).context().orElse(PerplexityRequest.DEFAULT_CONTEXT));
        return outcome(comparison.chunks(request, progress), vocabulary, Map.of(
                "context", comparison.context(request), "context_requested", request.context(),
                "base_file", base.artifact().file(), "adds_bos", vocabulary.addsBos(),
                "seed", Bootstrap.DEFAULT.seed(), "resamples", Bootstrap.DEFAULT.resamples()));
    }

    @Override
    public ItemScores scores(KeptItems items) {
        List<ChunkItem> kept = items.read(ChunkItem.class);
        return ItemScores.of("chunks", kept.stream().map(item -> item.index() + ":" + item.klDivergence().length).toList(),
                ComparedText.of(kept.stream().map(ChunkItem::tokens).toList()).statistics());
    }

    private static Outcome outcome(List<List<TokenDivergence>> chunks, Vocabulary vocabulary, Map<String, Object> settings) {
        OptionalInt broken = IntStream.range(0, chunks.size())
                .filter(i -> !chunks.get(i).stream().allMatch(KldEvaluator::isFinite)).findFirst();
        if (broken.isPresent()) {
            return new Outcome.Invalid("a probability in chunk " + (broken.getAsInt() + 1) + " is not finite, of the model or of its base");
        }
        ComparedText compared = ComparedText.of(chunks);
        return Gates.notBetterThanUniform("chunks", OptionalDouble.of(Math.log(compared.divergence().candidate().value())), vocabulary)
                .<Outcome>map(Outcome.Invalid::new)
                .orElseGet(() -> Evaluation.of(compared.estimates(Bootstrap.DEFAULT), settings,
                        IntStream.range(0, chunks.size()).mapToObj(i -> ChunkItem.of(i, chunks.get(i))).toList()));
    }

    private static boolean isFinite(TokenDivergence token) {
        return Double.isFinite(token.klDivergence()) && Double.isFinite(token.baseLogLikelihood())
                && Double.isFinite(token.logLikelihood());
    }
}
