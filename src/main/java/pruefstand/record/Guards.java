package pruefstand.record;

import java.util.OptionalDouble;

/**
 * What else went on while a cell was measured.
 *
 * @param load load average of the last minute per processor when the cell began; empty where the system keeps none
 * @param drift change of the reference model's speed over the window; empty where none was measured
 * @param marked whether the numbers are to be taken with care
 */
public record Guards(OptionalDouble load, OptionalDouble drift, boolean marked) {
}
