package pruefstand.record;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What else went on while a cell was measured.
 *
 * @param load load average of the last minute per processor when the cell began; empty where the system keeps none
 * @param drift change of the reference model's speed over the window; empty where none was measured
 * @param marked whether the numbers are to be taken with care
 * @param disturbance what else than load and drift kept the machine from its full speed: a battery, heat, a graphics processor in use
 */
public record Guards(OptionalDouble load, OptionalDouble drift, boolean marked, Optional<String> disturbance) {

    /** Of a machine that nothing else disturbed. */
    public Guards(OptionalDouble load, OptionalDouble drift, boolean marked) {
        this(load, drift, marked, Optional.empty());
    }
}
