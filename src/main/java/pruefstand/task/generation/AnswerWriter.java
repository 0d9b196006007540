package pruefstand.task.generation;

import java.util.List;
import java.util.Map;
import pruefstand.engine.ChatMessage;
import pruefstand.engine.Generation;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Generator;
import pruefstand.engine.Prompt;
import pruefstand.engine.Sampling;
import pruefstand.task.AnswerSettings;
import pruefstand.task.ItemPrompts;
import pruefstand.task.Task;

/**
 * Has a model write the answers of a task.
 *
 * @param generator of the model
 * @param prompts for the exercises, examples included
 * @param chat whether they are put to the model by its own template
 * @param tokens most of an answer
 * @param sampling how they are chosen
 * @param stop texts at which an answer ends
 */
record AnswerWriter(Generator generator, ItemPrompts prompts, boolean chat, int tokens, Sampling sampling, List<String> stop) {

    private static final String PROMPT = "prompt";
    private static final long SEED = 7;

    static AnswerWriter of(Task task, AnswerStyle style, Generator generator) {
        AnswerSettings settings = task.definition().settings(AnswerSettings.class);
        ItemPrompts prompts = ItemPrompts.of(settings, PROMPT).withExamples(task, settings.fewShot().orElse(0), Exercise.class,
                (plain, exercise) -> plain.of(fields(exercise)) + plain.joint() + exercise.answers().getFirst());
        double temperature = settings.temperature().orElse(0);
        return new AnswerWriter(generator, prompts, style.asks() && generator.hasTemplate(), style.tokens(settings),
                temperature == 0 ? Sampling.GREEDY : new Sampling(temperature, 0, 1, 0, SEED), style.stop(settings));
    }

    /** A model in conversation may think before it answers: a stop text would end that, so it is looked for afterwards. */
    Generation write(Exercise exercise) {
        String text = prompts.of(fields(exercise));
        Prompt prompt = chat ? new Prompt.Chat(List.of(new ChatMessage("user", text))) : new Prompt.Text(text);
        return generator.generate(new GenerationRequest(prompt, tokens, sampling, chat ? List.of() : stop), _ -> { });
    }

    /** What is compared of what was written. */
    String answer(String raw) {
        String answer = ThinkingParts.cut(raw);
        int end = stop.stream().mapToInt(answer::indexOf).filter(at -> at >= 0).min().orElse(answer.length());
        return answer.substring(0, end).strip();
    }

    /** For the record. */
    Map<String, Object> settings() {
        return Map.of("template", prompts.template().text(), "choice_prefix", prompts.joint(), "chat_template", chat,
                "max_tokens", tokens, "stop", stop, "temperature", sampling.temperature(), "sampling_seed", sampling.seed());
    }

    private static Map<String, String> fields(Exercise exercise) {
        return Map.of(PROMPT, exercise.prompt());
    }
}
