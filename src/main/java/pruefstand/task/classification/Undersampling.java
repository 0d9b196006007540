package pruefstand.task.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import pruefstand.metric.MersenneTwister;

/**
 * Which rows are learnt from, in MTEB's order: before each experiment the rows, as the last experiment left them, are shuffled by a
 * new {@code RandomState(42)}; then the first so many of each class are taken.
 */
final class Undersampling {

    private static final int SEED = 42;

    private final int[] labels;
    private final int[] order;
    private final int perLabel;

    /**
     * @param labels class of each row
     * @param perLabel most rows of a class
     */
    Undersampling(int[] labels, int perLabel) {
        this.labels = labels;
        this.order = IntStream.range(0, labels.length).toArray();
        this.perLabel = perLabel;
    }

    /** The rows of the next experiment. */
    List<Integer> next() {
        MersenneTwister.ofNumpy(SEED).shuffle(order);
        int[] taken = new int[labels.length == 0 ? 0 : IntStream.of(labels).max().getAsInt() + 1];
        List<Integer> rows = new ArrayList<>();
        for (int row : order) {
            if (taken[labels[row]]++ < perLabel) {
                rows.add(row);
            }
        }
        return rows;
    }
}
