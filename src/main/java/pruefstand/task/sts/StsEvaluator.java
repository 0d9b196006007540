package pruefstand.task.sts;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import pruefstand.engine.Engine;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;
import pruefstand.model.Prompts;
import pruefstand.task.DataException;
import pruefstand.task.DataItem;
import pruefstand.task.Embeddings;
import pruefstand.task.Evaluation;
import pruefstand.task.Evaluator;
import pruefstand.task.ItemScores;
import pruefstand.task.KeptItems;
import pruefstand.task.Outcome;
import pruefstand.task.PlacedText;
import pruefstand.task.Progress;
import pruefstand.task.Scale;
import pruefstand.task.StsSettings;
import pruefstand.task.Task;
import pruefstand.task.VectorTask;

/**
 * Compares how alike a model finds two sentences with how alike people do, by MTEB's protocol. The task is symmetric: the
 * model's query prompt, where it wants one, comes before both sentences.
 */
public final class StsEvaluator implements Evaluator {

    @Override
    public Outcome evaluate(Task task, Prompts prompts, Engine engine, Progress progress) {
        List<DataItem<StsPair>> pairs = read(task);
        List<PlacedText> sentences = pairs.stream()
                .flatMap(pair -> PlacedText.pair(prompts.query(), pair.value().sentence1(), pair.value().sentence2(),
                        pair.place())).toList();
        return VectorTask.run(engine, sentences, progress, vectors -> outcome(scores(pairs, vectors),
                VectorTask.settings(engine, vectors, pairs.size(),
                        Map.of("sentence1", prompts.query(), "sentence2", prompts.query()))));
    }

    @Override
    public ItemScores scores(KeptItems items) {
        StsScores kept = StsScores.of(items.read(StsItem.class));
        return ItemScores.of(kept.gold().length, kept.statistics());
    }

    private static List<DataItem<StsPair>> read(Task task) {
        Scale scale = task.definition().settings(StsSettings.class).scale().orElseThrow();
        List<DataItem<StsPair>> pairs = task.test().readItems(StsPair.class);
        pairs.stream().filter(pair -> !scale.holds(pair.value().score())).findFirst().ifPresent(pair -> {
            throw new DataException(pair.place() + ": score " + pair.value().score() + " is outside the scale " + scale.min()
                    + " … " + scale.max());
        });
        return pairs;
    }

    private static StsScores scores(List<DataItem<StsPair>> pairs, Embeddings embeddings) {
        double[] gold = pairs.stream().mapToDouble(pair -> pair.value().score()).toArray();
        return StsScores.of(gold, IntStream.range(0, gold.length).mapToObj(i -> embeddings.vector(2 * i)).toList(),
                IntStream.range(0, gold.length).mapToObj(i -> embeddings.vector(2 * i + 1)).toList());
    }

    private static Outcome outcome(StsScores scores, Map<String, Object> settings) {
        SequencedMap<Metric, Estimate> estimates = scores.estimates();
        if (!estimates.containsKey(Metric.COSINE_SPEARMAN)) {
            return new Outcome.Invalid("no correlation: the model, or the gold scores, find all " + scores.gold().length
                    + " pairs equally alike");
        }
        return Evaluation.of(estimates, settings, scores.items());
    }
}
