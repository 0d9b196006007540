package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietMachineTest {

    @TempDir
    private Path sys;

    private final Queue<List<String>> looks = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private QuietMachine machine(Duration patience) {
        return new QuietMachine(() -> looks.isEmpty() ? List.of("on battery") : looks.remove(), patience, clock, time -> now = now.plus(time));
    }

    @Test
    void aQuietMachineIsNotWaitedFor() {
        looks.add(List.of());
        assertEquals(Optional.empty(), machine(Duration.ofMinutes(1)).await(told::add));
        assertEquals(List.of(), told);
        assertEquals(Instant.EPOCH, now);
    }

    @Test
    void whatPassesIsWaitedFor() {
        looks.addAll(List.of(List.of("GPU in use (80 %)"), List.of("GPU in use (20 %)"), List.of()));
        assertEquals(Optional.empty(), machine(Duration.ofMinutes(1)).await(told::add));
        assertEquals(List.of("GPU in use (80 %)"), told);
    }

    @Test
    void whatStaysIsMeasuredAndMarkedWithTheReason() {
        assertEquals(Optional.of("on battery"), machine(Duration.ofMinutes(1)).await(told::add));
        assertEquals(Instant.EPOCH.plusSeconds(60), now);
    }

    @Test
    void aRunHasOnePatienceForAllItsCells() {
        QuietMachine machine = machine(Duration.ofMinutes(1));
        machine.await(told::add);
        assertEquals(Optional.of("on battery"), machine.await(told::add));
        assertEquals(Instant.EPOCH.plusSeconds(60), now, "the second cell does not wait again");
        assertEquals(1, told.size());
    }

    @Test
    void theSystemTellsOfBatteryClockHeatAndGraphics() throws IOException {
        file("devices/system/cpu/cpufreq/policy0/scaling_max_freq", "1200000");
        file("devices/system/cpu/cpufreq/policy0/cpuinfo_max_freq", "3600000");
        file("class/thermal/cooling_device0/type", "Processor");
        file("class/thermal/cooling_device0/cur_state", "3");
        assertEquals(List.of("on battery", "clock limited (policy0)", "throttled (Processor)", "GPU in use (42 %)"),
                new SystemDisturbances(() -> true, sys, () -> List.of("3", "42")).now());
    }

    @Test
    void aSystemAtItsFullSpeedOrOneThatTellsNothingDisturbsNothing() throws IOException {
        assertEquals(List.of(), new SystemDisturbances(() -> false, sys, List::of).now());
        file("devices/system/cpu/cpufreq/policy0/scaling_max_freq", "3600000");
        file("devices/system/cpu/cpufreq/policy0/cpuinfo_max_freq", "3600000");
        file("class/thermal/cooling_device0/type", "Fan");
        file("class/thermal/cooling_device0/cur_state", "3");
        assertEquals(List.of(), new SystemDisturbances(() -> false, sys, () -> List.of("7", "[N/A]")).now());
    }

    private void file(String name, String text) throws IOException {
        Files.createDirectories(sys.resolve(name).getParent());
        Files.writeString(sys.resolve(name), text + "\n");
    }
}
