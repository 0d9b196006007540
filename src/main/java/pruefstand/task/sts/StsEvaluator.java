package pruefstand.task.sts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.engine.Ability;
import pruefstand.engine.Encoder;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;
import pruefstand.model.Prompts;
import pruefstand.task.DataException;
import pruefstand.task.DataItem;
import pruefstand.task.Embeddings;
import pruefstand.task.Evaluation;
import pruefstand.task.Evaluator;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Scale;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;

/**
 * Compares how alike a model finds two sentences with how alike people do, by MTEB's protocol. The task is symmetric: the
 * model's query prompt, where it wants one, comes before both sentences.
 */
public final class StsEvaluator implements Evaluator {

    @Override
    public EngineSettings settings(TaskDefinition task, EngineSettings base) {
        return base;
    }

    @Override
    public Outcome evaluate(Task task, Prompts prompts, Engine engine, Progress progress) {
        Optional<Encoder> encoder = engine.encoder();
        if (encoder.isEmpty()) {
            return Outcome.Unsuitable.because("the model gives no vectors for texts", engine, Ability.EMBEDDINGS);
        }
        List<DataItem<StsPair>> pairs = read(task);
        List<String> sentences = pairs.stream().flatMap(pair -> Stream.of(pair.value().sentence1(), pair.value().sentence2()))
                .map(sentence -> prompts.query() + sentence).toList();
        Embeddings embeddings = Embeddings.of(encoder.get(), sentences, progress);
        return firstBroken(pairs, embeddings).<Outcome>map(Outcome.Invalid::new)
                .orElseGet(() -> outcome(scores(pairs, embeddings), settings(prompts, engine, encoder.get(), embeddings)));
    }

    private static List<DataItem<StsPair>> read(Task task) {
        Scale scale = task.definition().scale().orElseThrow();
        List<DataItem<StsPair>> pairs = task.test().readItems(StsPair.class);
        pairs.stream().filter(pair -> !scale.holds(pair.value().score())).findFirst().ifPresent(pair -> {
            throw new DataException(pair.place() + ": score " + pair.value().score() + " is outside the scale " + scale.min()
                    + " … " + scale.max());
        });
        return pairs;
    }

    private static Optional<String> firstBroken(List<DataItem<StsPair>> pairs, Embeddings embeddings) {
        return IntStream.range(0, embeddings.all().size()).filter(embeddings::broken).boxed().findFirst()
                .map(i -> "the model gave a vector that is not finite for sentence" + (i % 2 + 1) + " in "
                        + pairs.get(i / 2).place());
    }

    private static StsScores scores(List<DataItem<StsPair>> pairs, Embeddings embeddings) {
        double[] gold = pairs.stream().mapToDouble(pair -> pair.value().score()).toArray();
        return StsScores.of(gold, IntStream.range(0, gold.length).mapToObj(i -> embeddings.vector(2 * i)).toList(),
                IntStream.range(0, gold.length).mapToObj(i -> embeddings.vector(2 * i + 1)).toList());
    }

    private static Outcome outcome(StsScores scores, Map<String, Object> settings) {
        SequencedMap<Metric, Estimate> estimates = scores.estimates(Bootstrap.DEFAULT);
        if (!estimates.containsKey(Metric.COSINE_SPEARMAN)) {
            return new Outcome.Invalid("no correlation: the model, or the gold scores, find all " + scores.gold().length
                    + " pairs equally alike");
        }
        return Evaluation.of(estimates, settings, scores.items());
    }

    private static Map<String, Object> settings(Prompts prompts, Engine engine, Encoder encoder, Embeddings embeddings) {
        Map<String, Object> settings = new TreeMap<>(Map.of(
                "items", embeddings.all().size() / 2,
                "dimension", encoder.dimension(),
                "max_input_tokens", encoder.maxInputTokens(),
                "truncated_share", embeddings.truncatedShare(),
                "prompts", Map.of("sentence1", prompts.query(), "sentence2", prompts.query()),
                "seed", Bootstrap.DEFAULT.seed(),
                "resamples", Bootstrap.DEFAULT.resamples()));
        Optional.ofNullable(engine.description().settings().get("pooling"))
                .ifPresent(pooling -> settings.put("pooling", pooling));
        return settings;
    }
}
