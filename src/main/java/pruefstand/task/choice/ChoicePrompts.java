package pruefstand.task.choice;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pruefstand.engine.Continuation;
import pruefstand.task.ChoiceSettings;
import pruefstand.task.DataException;
import pruefstand.task.DataItem;
import pruefstand.task.ItemPrompts;
import pruefstand.task.Task;

/**
 * Writes questions out for a model. What is scored is each choice itself; but where the template lists them (by
 * {@code {choices}}, a line each: {@code A. …}), its letter.
 *
 * @param prompts for the questions, examples included
 * @param lettered whether the template lists the choices
 */
record ChoicePrompts(ItemPrompts prompts, boolean lettered) {

    private static final String QUESTION = "question";
    private static final String CHOICES = "choices";
    private static final int LETTERS = 26;

    static ChoicePrompts of(Task task) {
        ChoiceSettings settings = task.definition().settings(ChoiceSettings.class);
        ItemPrompts plain = ItemPrompts.of(settings, QUESTION);
        boolean lettered = plain.template().names(CHOICES);
        return new ChoicePrompts(plain.withExamples(task, settings.fewShot().orElse(0), Question.class,
                (prompts, question) -> new ChoicePrompts(prompts, lettered).solved(question)), lettered);
    }

    /**
     * Letters that are always the same give the answer away to whoever has a favourite.
     *
     * @throws DataException if that is so, or there are more choices than letters
     */
    void check(List<DataItem<Question>> questions) {
        if (!lettered) {
            return;
        }
        questions.stream().filter(question -> question.value().choices().size() > LETTERS).findFirst().ifPresent(question -> {
            throw new DataException(question.place() + ": choices: more than " + LETTERS + " have no letters");
        });
        int first = questions.getFirst().value().answer();
        if (questions.size() > 1 && questions.stream().allMatch(question -> question.value().answer() == first)) {
            throw new DataException(questions.getFirst().place() + ": answer: it is " + first + " in every line, so that the letter "
                    + letter(first) + " alone would be right; put the choices in a random order, or leave {choices} out of the template");
        }
    }

    /** What is scored of a question, in the order of its choices. */
    List<Continuation> continuations(Question question) {
        String context = prompts.of(fields(question));
        return names(question).stream().map(name -> new Continuation(context, prompts.joint() + name)).toList();
    }

    /** What is scored of each choice, without what joins it to the question. */
    List<String> names(Question question) {
        return lettered ? IntStream.range(0, question.choices().size()).mapToObj(ChoicePrompts::letter).toList() : question.choices();
    }

    private String solved(Question question) {
        return prompts.of(fields(question)) + prompts.joint() + names(question).get(question.answer());
    }

    private static Map<String, String> fields(Question question) {
        List<String> choices = question.choices();
        return Map.of(QUESTION, question.question(), CHOICES, IntStream.range(0, choices.size())
                .mapToObj(i -> letter(i) + ". " + choices.get(i)).collect(Collectors.joining("\n")));
    }

    private static String letter(int index) {
        return Character.toString('A' + index);
    }
}
