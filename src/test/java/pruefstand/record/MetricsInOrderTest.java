package pruefstand.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import pruefstand.metric.Estimate;

class MetricsInOrderTest {

    private static final Estimate ONE = estimate(1);
    private static final Estimate TWO = estimate(2);
    private final Map<String, Estimate> metrics = new MetricsInOrder(List.of("z", "a"), List.of(ONE, TWO));

    private static Estimate estimate(double value) {
        return new Estimate(value, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 1, "none", true, Optional.empty());
    }

    @Test
    void eachIsFoundByItsIdAndNoOther() {
        assertEquals(ONE, metrics.get("z"));
        assertEquals(TWO, metrics.get("a"));
        assertNull(metrics.get("b"));
        assertTrue(metrics.containsKey("a"));
        assertFalse(metrics.containsKey("b"));
    }

    @Test
    void theyComeInTheOrderOfTheFile() {
        assertEquals(List.of("z", "a"), List.copyOf(metrics.keySet()));
        assertEquals(List.of(ONE, TWO), List.copyOf(metrics.values()));
    }

    @Test
    void theyAreEqualToAnyOtherMapOfThem() {
        Map<String, Estimate> other = Map.of("a", TWO, "z", ONE);
        assertEquals(other, metrics);
        assertEquals(metrics, other);
        assertEquals(other.hashCode(), metrics.hashCode());
    }

    @Test
    void nothingIsAddedAndNothingTakenAway() {
        assertThrows(UnsupportedOperationException.class, () -> metrics.put("b", ONE));
        assertThrows(UnsupportedOperationException.class, () -> metrics.remove("a"));
    }
}
