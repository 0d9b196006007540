package pruefstand.task.pairs;

import pruefstand.metric.Similarity;

/**
 * Scores of a pair as they are kept beside a record.
 *
 * @param index from 0, in the order of the data
 * @param label whether the texts mean the same
 * @param cosine similarity of the vectors, as are the next three
 * @param dot product
 * @param manhattan negative distance
 * @param euclidean negative distance
 */
record PairItem(int index, boolean label, float cosine, float dot, float manhattan, float euclidean) {

    float score(Similarity similarity) {
        return switch (similarity) {
            case COSINE -> cosine;
            case DOT -> dot;
            case MANHATTAN -> manhattan;
            case EUCLIDEAN -> euclidean;
        };
    }
}
