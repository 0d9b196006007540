package pruefstand.task.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import pruefstand.engine.Ability;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.Generation;
import pruefstand.engine.Generator;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Metric;
import pruefstand.model.Prompts;
import pruefstand.task.AnswerSettings;
import pruefstand.task.DataItem;
import pruefstand.task.Estimates;
import pruefstand.task.Evaluation;
import pruefstand.task.Evaluator;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;

/**
 * Has a language model write, cuts what it wrote for itself, and compares words. The likeliest token is always taken, unless the task
 * says otherwise.
 */
public final class AnswerEvaluator implements Evaluator {

    private final AnswerStyle style;

    private AnswerEvaluator(AnswerStyle style) {
        this.style = style;
    }

    /** The model goes on with a text; what comes first is compared. */
    public static AnswerEvaluator cloze() {
        return new AnswerEvaluator(AnswerStyle.CLOZE);
    }

    /** The model is asked; its whole answer is compared. */
    public static AnswerEvaluator generation() {
        return new AnswerEvaluator(AnswerStyle.GENERATION);
    }

    @Override
    public EngineSettings settings(TaskDefinition task, EngineSettings base) {
        return task.settings(AnswerSettings.class).opening(base);
    }

    @Override
    public Outcome evaluate(Task task, Prompts prompts, Engine engine, Progress progress) {
        Optional<Generator> generator = engine.generator();
        if (generator.isEmpty()) {
            return Outcome.Unsuitable.because("the model writes no text", engine, Ability.GENERATION);
        }
        List<DataItem<Exercise>> exercises = task.test().readItems(Exercise.class);
        AnswerWriter writer = AnswerWriter.of(task, style, generator.get());
        AnswerSettings asked = task.definition().settings(AnswerSettings.class);
        AnswerWords words = AnswerWords.in(task.definition().languages());
        AnswerFilter filter = AnswerFilter.of(asked.answerPattern(), task.definition().languages());
        List<AnswerItem> items = new ArrayList<>();
        int unfinished = 0;
        for (DataItem<Exercise> exercise : exercises) {
            progress.at(items.size(), exercises.size());
            Generation written = exercise.ask(writer::write);
            unfinished += written.end() == Generation.End.LENGTH ? 1 : 0;
            items.add(exercise.ask(value -> style.compare(new AnswerItem(items.size(), value.answers().stream().map(filter::right).toList(),
                    written.text(), filter.answer(writer.answer(written.text())), 0, 0, 0), text -> filter.words(text, words))));
        }
        progress.at(items.size(), exercises.size());
        Map<String, Object> settings = new TreeMap<>(writer.settings());
        settings.put("few_shot", asked.fewShot().orElse(0));
        settings.put("unfinished_share", (double) unfinished / items.size());
        asked.answerPattern().ifPresent(pattern -> settings.put("answer_pattern", pattern));
        asked.context().ifPresent(tokens -> settings.put("context_requested", tokens));
        return outcome(items, settings);
    }

    private static Outcome outcome(List<AnswerItem> items, Map<String, Object> settings) {
        settings.putAll(Map.of("items", items.size(), "seed", Bootstrap.DEFAULT.seed(), "resamples", Bootstrap.DEFAULT.resamples()));
        return Evaluation.of(new Estimates(items.size()).addMean(Metric.EXACT_MATCH, values(items, AnswerItem::exactMatch))
                .addMean(Metric.CONTAINS, values(items, AnswerItem::contains))
                .addMean(Metric.F1, values(items, AnswerItem::f1)).all(), settings, items);
    }

    private static double[] values(List<AnswerItem> items, ToDoubleFunction<AnswerItem> value) {
        return items.stream().mapToDouble(value).toArray();
    }
}
