package pruefstand.record;

import java.util.OptionalDouble;

/**
 * What else went on while a cell was measured.
 *
 * @param load other processes' share of the machine's processors when the cell began, 0 to 1; empty where it cannot be read
 * @param drift change of the reference model's speed over the window; empty where none was measured
 * @param marked whether the numbers are to be taken with care
 */
public record Guards(OptionalDouble load, OptionalDouble drift, boolean marked) {
}
