package pruefstand.metric;

import java.util.OptionalDouble;

/** A number computed from some of the blocks of a data set, each as often as it was drawn. */
@FunctionalInterface
public interface Statistic {

    /**
     * The number.
     *
     * @param drawn indices of blocks, with repetitions; not to be changed
     * @return empty where these blocks do not define it
     */
    OptionalDouble of(int[] drawn);
}
