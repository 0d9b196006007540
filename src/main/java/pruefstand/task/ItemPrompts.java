package pruefstand.task;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * What a language model is given for each item: examples with their answers, a blank line after each, then the item itself by
 * the same template. (lm-evaluation-harness puts its prompts together in this way.)
 *
 * @param template of an item
 * @param joint between an item and what follows it
 * @param examples the beginning of every prompt; empty where there are none
 */
public record ItemPrompts(PromptTemplate template, String joint, String examples) {

    private static final String USUAL_JOINT = " ";
    private static final String BETWEEN = "\n\n";

    /** The prompts of a task without examples; where it says nothing else, an item is given by one field alone. */
    public static ItemPrompts of(PromptSettings settings, String field) {
        return new ItemPrompts(new PromptTemplate(settings.template().orElse("{" + field + "}")),
                settings.choicePrefix().orElse(USUAL_JOINT), "");
    }

    /**
     * The same with examples: the first lines of the task's training data.
     *
     * @param count how many
     * @param solved writes one of them out, without anything before it
     * @throws DataException if there are fewer, or one is no item
     */
    public <T> ItemPrompts withExamples(Task task, int count, Class<T> type, BiFunction<ItemPrompts, T, String> solved) {
        if (count == 0) {
            return this;
        }
        List<DataItem<T>> all = task.train().readItems(type);
        if (all.size() < count) {
            throw new DataException(task.train().name() + ": few_shot wants " + count + " examples, found " + all.size());
        }
        String written = all.subList(0, count).stream().map(item -> solved.apply(this, item.value()) + BETWEEN)
                .collect(Collectors.joining());
        return new ItemPrompts(template, joint, written);
    }

    /** The prompt for an item. */
    public String of(Map<String, String> fields) {
        return examples + template.fill(fields);
    }
}
