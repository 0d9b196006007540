package pruefstand.task.clustering;

/**
 * What a draw gave, as it is kept beside a record.
 *
 * @param draw from 0
 * @param vMeasure of its clusters
 * @param ami of its clusters
 */
record ClusteringItem(int draw, double vMeasure, double ami) {
}
