package pruefstand.run;

import java.time.Instant;
import pruefstand.record.HostDescription;

/**
 * Left by an element when a cell begins, for whoever has to say what became of it.
 *
 * @param cell which of its order, from 0
 * @param key the cell's key on its machine
 * @param host its machine
 * @param began when the cell began
 */
record ElementMark(int cell, String key, HostDescription host, Instant began) {
}
