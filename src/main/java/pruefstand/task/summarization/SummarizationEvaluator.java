package pruefstand.task.summarization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.engine.Engine;
import pruefstand.metric.GroupMean;
import pruefstand.metric.Metric;
import pruefstand.metric.Pearson;
import pruefstand.metric.Similarity;
import pruefstand.metric.Spearman;
import pruefstand.metric.Statistic;
import pruefstand.model.Prompts;
import pruefstand.task.DataItem;
import pruefstand.task.Embeddings;
import pruefstand.task.Estimates;
import pruefstand.task.Evaluation;
import pruefstand.task.Evaluator;
import pruefstand.task.ItemScores;
import pruefstand.task.KeptItems;
import pruefstand.task.Outcome;
import pruefstand.task.PlacedText;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.VectorTask;

/**
 * Scores each summary by its similarity with the most similar summary that a person wrote, and compares the scores of one text with
 * what people thought of the summaries; the mean over texts stands, by the protocol of MTEB's {@code SummEvalSummarization.v2}. A
 * text whose summaries people, or the similarity, find equally good is left out of it. The task is symmetric: the model's query
 * prompt, where it wants one, comes before all summaries.
 */
public final class SummarizationEvaluator implements Evaluator {

    @Override
    public Outcome evaluate(Task task, Prompts prompts, Engine engine, Progress progress) {
        List<DataItem<Summaries>> texts = task.test().readItems(Summaries.class);
        List<PlacedText> summaries = texts.stream().flatMap(text -> placed(text, prompts.query())).toList();
        return VectorTask.run(engine, summaries, progress, vectors -> outcome(items(texts, vectors),
                VectorTask.settings(engine, vectors, texts.size(),
                        Map.of("human_summaries", prompts.query(), "machine_summaries", prompts.query()))));
    }

    private static Stream<PlacedText> placed(DataItem<Summaries> text, String prompt) {
        return text.value().all().stream().map(summary -> new PlacedText(prompt + summary, "a summary in " + text.place()));
    }

    private static List<SummaryItem> items(List<DataItem<Summaries>> texts, Embeddings vectors) {
        List<SummaryItem> items = new ArrayList<>();
        int next = 0;
        for (DataItem<Summaries> text : texts) {
            int humans = text.value().humanSummaries().size();
            List<float[]> of = IntStream.range(next, next + text.value().all().size()).mapToObj(vectors::vector).toList();
            items.add(item(items.size(), text.value().gold(), of.subList(0, humans), of.subList(humans, of.size())));
            next += of.size();
        }
        return items;
    }

    private static SummaryItem item(int index, double[] gold, List<float[]> humans, List<float[]> machines) {
        Function<Similarity, double[]> nearest = similarity -> machines.stream().mapToDouble(machine -> humans.stream()
                .mapToDouble(human -> similarity.of(machine, human)).max().orElseThrow()).toArray();
        return new SummaryItem(index, gold, nearest.apply(Similarity.COSINE), nearest.apply(Similarity.MANHATTAN),
                nearest.apply(Similarity.EUCLIDEAN));
    }

    /** Of all texts: those without a correlation count for none of the means. */
    @Override
    public ItemScores scores(KeptItems items) {
        List<SummaryItem> kept = items.read(SummaryItem.class);
        return ItemScores.of(kept.size(), statistics(kept));
    }

    private static SequencedMap<Metric, Statistic> statistics(List<SummaryItem> items) {
        SequencedMap<Metric, Statistic> all = new LinkedHashMap<>();
        all.put(Metric.COSINE_SPEARMAN, mean(items, item -> new Spearman(item.cosine(), item.gold()).value()));
        all.put(Metric.COSINE_PEARSON, mean(items, item -> new Pearson(item.cosine(), item.gold()).value()));
        all.put(Metric.MANHATTAN_SPEARMAN, mean(items, item -> new Spearman(item.manhattan(), item.gold()).value()));
        all.put(Metric.EUCLIDEAN_SPEARMAN, mean(items, item -> new Spearman(item.euclidean(), item.gold()).value()));
        return all;
    }

    private static Outcome outcome(List<SummaryItem> items, Map<String, Object> settings) {
        List<SummaryItem> counted = items.stream()
                .filter(item -> new Spearman(item.cosine(), item.gold()).value().isPresent()).toList();
        if (counted.isEmpty()) {
            return new Outcome.Invalid("no correlation: the model, or those who judged, find all summaries of each of the "
                    + items.size() + " texts equally good");
        }
        settings.put("texts_left_out", items.size() - counted.size());
        return Evaluation.of(new Estimates(counted.size()).addAll(statistics(counted)).all(), settings, items);
    }

    private static GroupMean mean(List<SummaryItem> items, Function<SummaryItem, OptionalDouble> correlation) {
        return new GroupMean(items.stream().map(correlation).toArray(OptionalDouble[]::new));
    }
}
