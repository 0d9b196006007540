package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DriftGuardTest {

    @Test
    void comparesWhatWasMeasuredBeforeAndAfterAndGoesOnFromThere() {
        DriftGuard guard = guard(100, 104, 78);
        guard.begins();
        assertEquals(0.04, guard.ends().orElseThrow(), 1e-12);
        guard.begins();
        assertEquals(0.25, guard.ends().orElseThrow(), 1e-12);
    }

    @Test
    void saysNothingWhereTheReferenceCannotBeMeasured() {
        DriftGuard guard = guard(100, Double.NaN, 50, 50);
        guard.begins();
        assertEquals(OptionalDouble.empty(), guard.ends());
        guard.begins();
        assertEquals(OptionalDouble.of(0), guard.ends());
    }

    private static DriftGuard guard(double... speeds) {
        Iterator<OptionalDouble> measured = List.of(Arrays.stream(speeds)
                .mapToObj(speed -> Double.isNaN(speed) ? OptionalDouble.empty() : OptionalDouble.of(speed))
                .toArray(OptionalDouble[]::new)).iterator();
        return new DriftGuard(measured::next);
    }
}
