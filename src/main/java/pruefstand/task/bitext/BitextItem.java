package pruefstand.task.bitext;

/**
 * What was found for a sentence, as it is kept beside a record.
 *
 * @param index of the sentence, from 0, in the order of the data; that of its translation too
 * @param found index of the sentence that the model finds most alike
 */
record BitextItem(int index, int found) {
}
