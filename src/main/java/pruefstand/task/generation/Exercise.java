package pruefstand.task.generation;

import java.util.List;

/**
 * Something to answer or to complete; a line of the data file.
 *
 * @param prompt what the model is given
 * @param answer a text or a number, or a list of those that are all right
 */
record Exercise(String prompt, Object answer) {

    Exercise {
        if (prompt == null || answer == null) {
            throw new IllegalArgumentException((prompt == null ? "prompt" : "answer") + " is missing");
        }
        List<?> answers = answer instanceof List<?> several ? several : List.of(answer);
        if (answers.isEmpty() || !answers.stream().allMatch(Exercise::isAnswer)) {
            throw new IllegalArgumentException("answer: expected a text that is not blank, a number or a list of such, got " + answer);
        }
    }

    private static boolean isAnswer(Object value) {
        return value instanceof Number || value instanceof String text && !text.isBlank();
    }

    /** All that are right, at least one; the first is the usual one. */
    List<String> answers() {
        return answer instanceof List<?> several ? several.stream().map(Object::toString).toList() : List.of(answer.toString());
    }
}
