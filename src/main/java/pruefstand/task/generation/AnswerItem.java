package pruefstand.task.generation;

import java.util.List;

/**
 * An answer as it is kept beside a record.
 *
 * @param index from 0, in the order of the data
 * @param expected all answers that are right, as far as they were compared
 * @param raw what the model wrote
 * @param answer what was compared: without thinking parts and what follows a stop text, and only what the task looks for
 * @param exactMatch 1 or 0
 * @param contains 1 or 0
 * @param f1 0 … 1; of all three the best over the right answers
 */
record AnswerItem(int index, List<String> expected, String raw, String answer, double exactMatch, double contains, double f1) {
}
