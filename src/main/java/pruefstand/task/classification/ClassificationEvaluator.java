package pruefstand.task.classification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.engine.Engine;
import pruefstand.metric.AveragePrecision;
import pruefstand.metric.Confusion;
import pruefstand.metric.Metric;
import pruefstand.metric.Statistic;
import pruefstand.model.Prompts;
import pruefstand.task.ClassificationSettings;
import pruefstand.task.DataException;
import pruefstand.task.DataItem;
import pruefstand.task.Embeddings;
import pruefstand.task.Estimates;
import pruefstand.task.Evaluation;
import pruefstand.task.Evaluator;
import pruefstand.task.ItemScores;
import pruefstand.task.KeptItems;
import pruefstand.task.LabelledText;
import pruefstand.task.Labels;
import pruefstand.task.Outcome;
import pruefstand.task.PlacedText;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.VectorTask;

/**
 * Learns classes from a few vectors of each and looks how well others are told apart, by MTEB's protocol: ten times, from the rows
 * that {@link Undersampling} draws, by logistic regression run to its optimum; every measure is the mean of the ten.
 */
public final class ClassificationEvaluator implements Evaluator {

    private static final int EXPERIMENTS = 10;
    private static final int USUAL_SAMPLES = 8;

    @Override
    public Outcome evaluate(Task task, Prompts prompts, Engine engine, Progress progress) {
        LabelledTexts data = LabelledTexts.read(task);
        List<PlacedText> texts = Stream.concat(data.train().stream(), data.test().stream())
                .map(item -> new PlacedText(prompts.query() + item.value().text(), "text in " + item.place())).toList();
        int samples = task.definition().settings(ClassificationSettings.class).samplesPerLabel().orElse(USUAL_SAMPLES);
        return VectorTask.run(engine, texts, progress, vectors -> {
            Map<String, Object> settings = new TreeMap<>(VectorTask.settings(engine, vectors, data.test().size(),
                    Map.of("text", prompts.query())));
            settings.put("samples_per_label", samples);
            settings.put("experiments", EXPERIMENTS);
            return outcome(data, called(data, vectors, samples), settings);
        });
    }

    @Override
    public ItemScores scores(KeptItems items) {
        List<ClassificationItem> kept = items.read(ClassificationItem.class);
        List<String> names = kept.stream().flatMap(item -> Stream.concat(Stream.of(item.label()), item.called().stream())).distinct()
                .sorted().toList();
        int[] truth = kept.stream().mapToInt(item -> names.indexOf(item.label())).toArray();
        int experiments = kept.stream().mapToInt(item -> item.called().size()).min().orElse(0);
        List<int[]> called = IntStream.range(0, experiments)
                .mapToObj(i -> kept.stream().mapToInt(item -> names.indexOf(item.called().get(i))).toArray()).toList();
        return ItemScores.of(truth.length, statistics(truth, called, names.size()));
    }

    /** What each experiment takes each text for. */
    private static List<int[]> called(LabelledTexts data, Embeddings vectors, int samples) {
        int[] labels = data.labels().numbers(data.train());
        int first = labels.length;
        Undersampling draws = new Undersampling(labels, samples);
        List<int[]> called = new ArrayList<>();
        for (int experiment = 0; experiment < EXPERIMENTS; experiment++) {
            List<Integer> rows = draws.next();
            LogisticRegression classifier = LogisticRegression.fit(rows.stream().map(vectors::vector).toList(),
                    rows.stream().mapToInt(row -> labels[row]).toArray(), data.labels().names().size());
            called.add(IntStream.range(0, data.test().size()).map(i -> classifier.classify(vectors.vector(first + i))).toArray());
        }
        return called;
    }

    private static Outcome outcome(LabelledTexts data, List<int[]> called, Map<String, Object> settings) {
        int[] truth = data.labels().numbers(data.test());
        int classes = data.labels().names().size();
        Estimates estimates = new Estimates(truth.length).addAll(statistics(truth, called, classes));
        return Evaluation.of(estimates.all(), settings, items(data, called));
    }

    private static SequencedMap<Metric, Statistic> statistics(int[] truth, List<int[]> called, int classes) {
        SequencedMap<Metric, Statistic> all = new LinkedHashMap<>();
        all.put(Metric.ACCURACY, mean(called, (calls, drawn) -> confusion(truth, calls, drawn, classes).accuracy()));
        all.put(Metric.F1, mean(called, (calls, drawn) -> confusion(truth, calls, drawn, classes).macroF1()));
        if (classes == 2) {
            all.put(Metric.AP, mean(called, (calls, drawn) -> precision(truth, calls).of(drawn)));
        }
        return all;
    }

    private static Statistic mean(List<int[]> called, OfCalls statistic) {
        return drawn -> {
            double[] values = called.stream().map(calls -> statistic.of(calls, drawn)).filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble).toArray();
            return values.length < called.size() ? OptionalDouble.empty() : IntStream.range(0, values.length)
                    .mapToDouble(i -> values[i]).average();
        };
    }

    /** A number of some of the texts as one experiment called them. */
    private interface OfCalls {
        OptionalDouble of(int[] calls, int[] drawn);
    }

    private static Confusion confusion(int[] truth, int[] calls, int[] drawn, int classes) {
        return Confusion.of(IntStream.of(drawn).map(i -> truth[i]).toArray(), IntStream.of(drawn).map(i -> calls[i]).toArray(),
                classes);
    }

    /** Of the second class, with the calls as scores. */
    private static Statistic precision(int[] truth, int[] calls) {
        boolean[] second = new boolean[truth.length];
        IntStream.range(0, truth.length).forEach(i -> second[i] = truth[i] == 1);
        return new AveragePrecision(IntStream.of(calls).asDoubleStream().toArray(), second);
    }

    private static List<ClassificationItem> items(LabelledTexts data, List<int[]> called) {
        return IntStream.range(0, data.test().size()).mapToObj(i -> new ClassificationItem(i, data.test().get(i).value().name(),
                called.stream().map(calls -> data.labels().names().get(calls[i])).toList())).toList();
    }

    private record LabelledTexts(List<DataItem<LabelledText>> train, List<DataItem<LabelledText>> test, Labels labels) {

        static LabelledTexts read(Task task) {
            List<DataItem<LabelledText>> train = task.train().readItems(LabelledText.class);
            List<DataItem<LabelledText>> test = task.test().readItems(LabelledText.class);
            Labels labels = new Labels(train);
            labels.numbers(test);
            if (labels.names().size() < 2) {
                throw new DataException(task.train().name() + ": all texts have the label '" + labels.names().getFirst()
                        + "'; expected at least two");
            }
            return new LabelledTexts(train, test, labels);
        }
    }
}
