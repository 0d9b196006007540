package pruefstand.task.sts;

/**
 * Scores of a pair as they are kept beside a record.
 *
 * @param index from 0, in the order of the data
 * @param gold what people said
 * @param cosine similarity of the vectors, as are the next two
 * @param manhattan negative distance
 * @param euclidean negative distance
 */
record StsItem(int index, double gold, float cosine, float manhattan, float euclidean) {
}
