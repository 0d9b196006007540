package pruefstand.task.choice;

import pruefstand.metric.ScoredChoices;

/**
 * Scores of a question as they are kept beside a record.
 *
 * @param index from 0, in the order of the data
 * @param answer index of the right choice
 * @param choices log-likelihood and lengths of each
 */
record ChoiceItem(int index, int answer, ScoredChoices choices) {
}
