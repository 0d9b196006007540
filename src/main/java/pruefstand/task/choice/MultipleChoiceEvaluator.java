package pruefstand.task.choice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import pruefstand.engine.Ability;
import pruefstand.engine.ContinuationScore;
import pruefstand.engine.ContinuationScorer;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.ChoiceScore;
import pruefstand.metric.Mean;
import pruefstand.metric.Metric;
import pruefstand.metric.ScoredChoices;
import pruefstand.metric.Statistic;
import pruefstand.model.Prompts;
import pruefstand.task.ChoiceSettings;
import pruefstand.task.DataItem;
import pruefstand.task.Estimates;
import pruefstand.task.Evaluation;
import pruefstand.task.Evaluator;
import pruefstand.task.ItemScores;
import pruefstand.task.KeptItems;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;

/** Asks which of several choices a language model finds likeliest after a question, by the rules of lm-evaluation-harness. */
public final class MultipleChoiceEvaluator implements Evaluator {

    @Override
    public EngineSettings settings(TaskDefinition task, EngineSettings base) {
        return task.settings(ChoiceSettings.class).opening(base);
    }

    @Override
    public Outcome evaluate(Task task, Prompts prompts, Engine engine, Progress progress) {
        Optional<ContinuationScorer> scorer = engine.continuations();
        if (scorer.isEmpty()) {
            return Outcome.Unsuitable.because("the model gives no log-likelihoods of texts", engine, Ability.CONTINUATIONS);
        }
        List<DataItem<Question>> questions = task.test().readItems(Question.class);
        ChoicePrompts written = ChoicePrompts.of(task);
        written.check(questions);
        List<ChoiceItem> items = new ArrayList<>();
        for (DataItem<Question> question : questions) {
            progress.at(items.size(), questions.size());
            List<ContinuationScore> scores = question.ask(value -> scorer.get().score(written.continuations(value)));
            OptionalInt broken = IntStream.range(0, scores.size())
                    .filter(i -> !Double.isFinite(scores.get(i).logLikelihood())).findFirst();
            if (broken.isPresent()) {
                return new Outcome.Invalid("the log-likelihood of choice " + broken.getAsInt() + " in " + question.place()
                        + " is not finite: " + scores.get(broken.getAsInt()).logLikelihood());
            }
            items.add(new ChoiceItem(items.size(), question.value().answer(), scored(written.names(question.value()), scores)));
        }
        progress.at(items.size(), questions.size());
        return outcome(task.definition().settings(ChoiceSettings.class), written, items);
    }

    private static ScoredChoices scored(List<String> names, List<ContinuationScore> scores) {
        return new ScoredChoices(scores.stream().mapToDouble(ContinuationScore::logLikelihood).toArray(),
                scores.stream().mapToInt(ContinuationScore::tokens).toArray(),
                names.stream().mapToInt(name -> name.codePointCount(0, name.length())).toArray(),
                names.stream().mapToInt(name -> name.getBytes(StandardCharsets.UTF_8).length).toArray());
    }

    @Override
    public ItemScores scores(KeptItems items) {
        List<ChoiceItem> kept = items.read(ChoiceItem.class);
        SequencedMap<Metric, Statistic> all = new LinkedHashMap<>();
        for (ChoiceScore score : ChoiceScore.values()) {
            all.put(score.accuracy(), new Mean(right(kept, score)));
        }
        return ItemScores.of(kept.size(), all);
    }

    private static double[] right(List<ChoiceItem> items, ChoiceScore score) {
        return items.stream().mapToDouble(item -> score.best(item.choices()) == item.answer() ? 1 : 0).toArray();
    }

    /** A model that tells no choice from another would be judged by where the right ones happen to stand. */
    private static Outcome outcome(ChoiceSettings asked, ChoicePrompts written, List<ChoiceItem> items) {
        for (ChoiceScore score : List.of(ChoiceScore.SUM, ChoiceScore.PER_TOKEN)) {
            if (items.stream().allMatch(item -> item.choices().areEqualBy(score))) {
                return new Outcome.Invalid("the model tells no choice from another: all choices of each of the " + items.size()
                        + " questions are equally likely" + (score == ChoiceScore.SUM ? "" : " for their number of tokens"));
            }
        }
        Estimates estimates = new Estimates(items.size());
        for (ChoiceScore score : ChoiceScore.values()) {
            estimates.addMean(score.accuracy(), right(items, score));
        }
        return Evaluation.of(estimates.all(), settings(asked, written, items.size()), items);
    }

    private static Map<String, Object> settings(ChoiceSettings asked, ChoicePrompts written, int items) {
        Map<String, Object> settings = new TreeMap<>(Map.of(
                "items", items,
                "template", written.prompts().template().text(),
                "choice_prefix", written.prompts().joint(),
                "few_shot", asked.fewShot().orElse(0),
                "scored", written.lettered() ? "letters" : "choices",
                "seed", Bootstrap.DEFAULT.seed(),
                "resamples", Bootstrap.DEFAULT.resamples()));
        asked.context().ifPresent(tokens -> settings.put("context_requested", tokens));
        return settings;
    }
}
