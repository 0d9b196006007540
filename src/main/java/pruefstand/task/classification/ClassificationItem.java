package pruefstand.task.classification;

import java.util.List;

/**
 * What a text was taken for, as it is kept beside a record.
 *
 * @param index from 0, in the order of the data
 * @param label its class
 * @param called the class that each experiment took it for
 */
record ClassificationItem(int index, String label, List<String> called) {
}
