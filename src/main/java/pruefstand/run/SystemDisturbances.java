package pruefstand.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import oshi.SystemInfo;
import oshi.hardware.PowerSource;

/**
 * Disturbances as the system tells of them: power from a battery; a limit on the processor's clock, or a cooling device at its end
 * (Linux, {@code cpufreq} and {@code thermal} below {@code /sys}); other programs on the graphics processor (NVIDIA's own tool).
 *
 * @param onBattery whether the machine lives on a battery
 * @param sys the folder {@code /sys}
 * @param gpuUse percentages as {@code nvidia-smi} prints them, a line each; empty where there is no such tool
 */
record SystemDisturbances(BooleanSupplier onBattery, Path sys, Supplier<List<String>> gpuUse) implements Disturbances {

    /** A share of the highest clock below which it counts as held back. */
    private static final double HELD_BACK = 0.9;
    private static final int IN_USE_PERCENT = 10;
    private static final int SECONDS_TO_ANSWER = 5;

    static SystemDisturbances ofThisMachine() {
        return new SystemDisturbances(SystemDisturbances::livesOnBattery, Path.of("/sys"), SystemDisturbances::askNvidia);
    }

    @Override
    public List<String> now() {
        return Stream.of(Optional.of("on battery").filter(_ -> onBattery.getAsBoolean()), clockHeldBack(), hot(), gpuInUse())
                .flatMap(Optional::stream).toList();
    }

    /** A policy whose upper limit lies well below what the processor can do: a governor, a power plan or the firmware holds it back. */
    private Optional<String> clockHeldBack() {
        return entries(sys.resolve("devices/system/cpu/cpufreq"), "policy").filter(policy -> {
            Optional<Double> limit = number(policy.resolve("scaling_max_freq"));
            Optional<Double> most = number(policy.resolve("cpuinfo_max_freq"));
            return limit.isPresent() && most.isPresent() && limit.get() < HELD_BACK * most.get();
        }).findFirst().map(policy -> "clock limited (" + policy.getFileName() + ")");
    }

    /** A processor whose cooling device, which is a brake on its clock, has been drawn. */
    private Optional<String> hot() {
        return entries(sys.resolve("class/thermal"), "cooling_device").filter(device -> text(device.resolve("type"))
                .filter(type -> type.equals("Processor") || type.equals("intel_powerclamp")).isPresent()
                && number(device.resolve("cur_state")).filter(state -> state > 0).isPresent())
                .findFirst().map(device -> "throttled (" + text(device.resolve("type")).orElse("?") + ")");
    }

    private Optional<String> gpuInUse() {
        return gpuUse.get().stream().map(String::strip).filter(line -> line.matches("\\d{1,3}") && Integer.parseInt(line) > IN_USE_PERCENT)
                .findFirst().map(percent -> "GPU in use (" + percent + " %)");
    }

    private static Stream<Path> entries(Path folder, String prefix) {
        try (Stream<Path> all = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return all.filter(entry -> entry.getFileName().toString().startsWith(prefix)).sorted().toList().stream();
        } catch (IOException _) {
            return Stream.empty(); // a system that does not tell
        }
    }

    private static Optional<Double> number(Path file) {
        return text(file).filter(text -> text.matches("\\d{1,15}")).map(Double::valueOf);
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isReadable(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // as above; such files may refuse to be read
        }
    }

    private static boolean livesOnBattery() {
        List<PowerSource> sources = new SystemInfo().getHardware().getPowerSources();
        return !sources.isEmpty() && sources.stream().noneMatch(PowerSource::isPowerOnLine) && sources.stream().anyMatch(PowerSource::isDischarging);
    }

    private static List<String> askNvidia() {
        try {
            Process process = new ProcessBuilder("nvidia-smi", "--query-gpu=utilization.gpu", "--format=csv,noheader,nounits")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return List.of();
            }
            return process.inputReader().lines().toList();
        } catch (IOException _) {
            return List.of(); // no such tool, so no such card that anybody could tell of
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
