package pruefstand.run;

import java.util.List;

/**
 * Left by an element that came to the end of its order: the cells without a record, by their place in the order.
 *
 * @param late for which there was no time
 * @param changed whose files were changed meanwhile
 */
record ElementEnd(List<Integer> late, List<Integer> changed) {
}
