package pruefstand.task.clustering;

import java.util.List;

/**
 * Where a text fell, as it is kept beside a record.
 *
 * @param index from 0, in the order of the data
 * @param label its class
 * @param clusters number of its cluster, from 0, in each draw
 */
record ClusteringItem(int index, String label, List<Integer> clusters) {

    ClusteringItem {
        clusters = List.copyOf(clusters);
    }
}
