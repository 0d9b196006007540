package pruefstand.task.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pruefstand.metric.Estimate;

class OtherMachineTest {

    private static final OtherMachine MACHINE = new OtherMachine(16_000_000_000L, 50);

    @Test
    void generationIsBandwidthTimesTheMedianShareOverBytesPerToken() {
        // 50 GB/s × 0.6 / 2 GB
        Estimate estimate = MACHINE.generation(2_000_000_000L, List.of(0.5, 0.6, 0.8)).orElseThrow();
        assertEquals(15, estimate.value(), 1e-9);
        assertTrue(estimate.low().orElseThrow() < 12.5 && estimate.high().orElseThrow() > 20, "wider than the shares themselves");
    }

    @Test
    void oneShareGivesAValueWithoutAnInterval() {
        Estimate estimate = MACHINE.generation(1_000_000_000L, List.of(0.5)).orElseThrow();
        assertEquals(25, estimate.value(), 1e-9);
        assertTrue(estimate.low().isEmpty());
    }

    @Test
    void withoutAnyShareNothingIsSaid() {
        assertEquals(Optional.empty(), MACHINE.generation(1, List.of()));
    }

    @Test
    void whatIsLargerThanTheMemoryDoesNotFit() {
        assertTrue(MACHINE.holds(16_000_000_000L));
        assertFalse(MACHINE.holds(16_000_000_001L));
        assertThrows(IllegalArgumentException.class, () -> new OtherMachine(1, 0));
    }
}
