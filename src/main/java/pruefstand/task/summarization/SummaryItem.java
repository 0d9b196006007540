package pruefstand.task.summarization;

/**
 * Scores of the summaries of one text as they are kept beside a record.
 *
 * @param index from 0, in the order of the data
 * @param gold how good people found each
 * @param cosine similarity with the most similar summary by a person, as are the next two
 * @param manhattan negative distance
 * @param euclidean negative distance
 */
record SummaryItem(int index, double[] gold, double[] cosine, double[] manhattan, double[] euclidean) {
}
