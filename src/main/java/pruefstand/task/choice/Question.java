package pruefstand.task.choice;

import java.util.List;
import java.util.Objects;

/**
 * A question and its possible answers; a line of the data file.
 *
 * @param question or the beginning of a text
 * @param choices at least two; TruthfulQA has some that are empty, so they may be
 * @param answer index of the right one, from 0
 */
record Question(String question, List<String> choices, int answer) {

    Question {
        if (question == null || choices == null) {
            throw new IllegalArgumentException((question == null ? "question" : "choices") + " is missing");
        }
        if (choices.size() < 2 || choices.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("choices: expected at least two texts, got " + choices);
        }
        if (answer < 0 || answer >= choices.size()) {
            throw new IllegalArgumentException("answer: expected an index from 0 to " + (choices.size() - 1) + ", got " + answer);
        }
        choices = List.copyOf(choices);
    }
}
