package pruefstand.task.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import pruefstand.engine.Ability;
import pruefstand.engine.ChatMessage;
import pruefstand.engine.Engine;
import pruefstand.engine.FreshPrompt;
import pruefstand.engine.Generation;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Generator;
import pruefstand.engine.Prompt;
import pruefstand.engine.Sampling;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Metric;
import pruefstand.task.DataItem;
import pruefstand.task.Estimates;
import pruefstand.task.Evaluation;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.SpeedSettings;
import pruefstand.task.Task;

/**
 * Speed as a user has it: real prompts through tokenizing, template, computing and sampling. The first prompt is asked once more at
 * the beginning, which is not counted; each begins with random words, so that no cache knows it.
 */
final class EndToEnd {

    /** Tokens of an answer, where the task does not say. */
    static final int DEFAULT_GENERATE = 64;

    private static final double[] PERCENTILES = {50, 90, 99};

    private final Generator generator;
    private final int tokens;
    private final Random random = new Random(Bench.SEED);

    private EndToEnd(Generator generator, int tokens) {
        this.generator = generator;
        this.tokens = tokens;
    }

    static Outcome evaluate(Task task, Engine engine, Progress progress) {
        if (engine.generator().isEmpty()) {
            return Outcome.Unsuitable.because("the model writes no text", engine, Ability.GENERATION);
        }
        int tokens = task.definition().settings(SpeedSettings.class).generate().orElse(DEFAULT_GENERATE);
        return new EndToEnd(engine.generator().get(), tokens).run(task.prompts().readItems(SpeedPrompt.class), progress);
    }

    private Outcome run(List<DataItem<SpeedPrompt>> prompts, Progress progress) {
        ask(prompts.getFirst().value());
        List<AnswerTimes> answers = new ArrayList<>();
        int asked = 0;
        for (DataItem<SpeedPrompt> prompt : prompts) {
            progress.at(asked, prompts.size());
            AnswerTimes.of(asked++, ask(prompt.value())).ifPresent(answers::add);
        }
        progress.at(asked, prompts.size());
        return answers.isEmpty() ? new Outcome.Invalid("no answer had two pieces of text, so that nothing came between two")
                : evaluation(answers, prompts.size());
    }

    private Generation ask(SpeedPrompt prompt) {
        Prompt plain = generator.hasTemplate() ? new Prompt.Chat(List.of(new ChatMessage("user", prompt.prompt())))
                : new Prompt.Text(prompt.prompt());
        return generator.generate(new GenerationRequest(FreshPrompt.of(plain, random), tokens, Sampling.GREEDY, List.of()), _ -> { });
    }

    private Outcome evaluation(List<AnswerTimes> answers, int prompts) {
        Map<String, Object> settings = new TreeMap<>(Map.of("prompts", prompts, "items", answers.size(), "generate", tokens,
                "chat_template", generator.hasTemplate(), "warmup_runs", 1, "fresh_prompts", true, "seed", Bootstrap.DEFAULT.seed(),
                "resamples", Bootstrap.DEFAULT.resamples()));
        settings.put("time_to_first_token_percentiles", percentiles(values(answers, AnswerTimes::timeToFirstTokenSeconds)));
        settings.put("inter_token_latency_percentiles",
                percentiles(answers.stream().flatMapToDouble(answer -> Arrays.stream(answer.gaps())).toArray()));
        return Evaluation.of(new Estimates(answers.size())
                .addMean(Metric.TIME_TO_FIRST_TOKEN_SECONDS, values(answers, AnswerTimes::timeToFirstTokenSeconds))
                .addMean(Metric.INTER_TOKEN_LATENCY_SECONDS, values(answers, AnswerTimes::interTokenLatencySeconds))
                .addMean(Metric.TIME_PER_OUTPUT_TOKEN_SECONDS, values(answers, AnswerTimes::timePerOutputTokenSeconds)).all(),
                settings, answers);
    }

    private static double[] values(List<AnswerTimes> answers, ToDoubleFunction<AnswerTimes> value) {
        return answers.stream().mapToDouble(value).toArray();
    }

    /** Seconds that so many percent of the values do not exceed; the smallest such value. */
    static Map<String, Double> percentiles(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        Map<String, Double> percentiles = new TreeMap<>();
        for (double percent : PERCENTILES) {
            percentiles.put(String.format(Locale.ROOT, "p%.0f", percent), sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1]);
        }
        return percentiles;
    }
}
