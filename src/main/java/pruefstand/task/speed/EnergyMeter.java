package pruefstand.task.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Energy that the processor uses beyond what it uses idle, from the counters that Linux shows for RAPL: those of whole packages, since
 * the others are parts of them. Source: Documentation/power/powercap in the Linux kernel.
 */
final class EnergyMeter {

    private static final Path POWERCAP = Path.of("/sys/class/powercap");
    private static final long IDLE_NANOS = 500_000_000;
    private static final double MICRO = 1e-6;
    private static final double NANO = 1e-9;

    private final List<Counter> packages;
    private final LongSupplier nanos;
    private final double idleWatts;

    private EnergyMeter(List<Counter> packages, LongSupplier nanos, double idleWatts) {
        this.packages = packages;
        this.nanos = nanos;
        this.idleWatts = idleWatts;
    }

    /** The meter of this machine, after half a second of idling; empty where the counters cannot be read. */
    static Optional<EnergyMeter> ofThisMachine() {
        return in(POWERCAP, System::nanoTime, EnergyMeter::idle);
    }

    /**
     * A meter over the counters of a folder.
     *
     * @param nanos the clock
     * @param idling passes the time in which idle power is measured
     */
    static Optional<EnergyMeter> in(Path folder, LongSupplier nanos, Runnable idling) {
        try (Stream<Path> zones = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            List<Counter> packages = zones.filter(EnergyMeter::isPackage).sorted().map(Counter::of).flatMap(Optional::stream).toList();
            if (packages.isEmpty()) {
                return Optional.empty();
            }
            EnergyMeter meter = new EnergyMeter(packages, nanos, 0);
            Mark before = meter.mark();
            idling.run();
            double seconds = (nanos.getAsLong() - before.nanos()) * NANO;
            return Optional.of(new EnergyMeter(packages, nanos, meter.joulesSince(before) / seconds));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The parts of a package have two numbers: {@code intel-rapl:0:1}. */
    private static boolean isPackage(Path zone) {
        return zone.getFileName().toString().matches("intel-rapl:\\d+") && read(zone.resolve("name")).filter(name ->
                name.startsWith("package")).isPresent();
    }

    private static void idle() {
        long end = System.nanoTime() + IDLE_NANOS;
        for (long left = IDLE_NANOS; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The counters as they stand. */
    Mark mark() {
        return new Mark(nanos.getAsLong(), packages.stream().map(Counter::microjoules).toList());
    }

    /** Joules used since then beyond idling; slightly below 0 is possible where nothing was done. Counters may have begun anew once. */
    double joulesSince(Mark before) {
        double used = IntStream.range(0, packages.size()).mapToLong(i -> packages.get(i).since(before.microjoules().get(i))).sum() * MICRO;
        return used - idleWatts * (nanos.getAsLong() - before.nanos()) * NANO;
    }

    /**
     * A moment.
     *
     * @param nanos the clock
     * @param microjoules of each package
     */
    record Mark(long nanos, List<Long> microjoules) {
    }

    /**
     * The counter of a package.
     *
     * @param file holds microjoules
     * @param range where it begins anew at 0
     */
    private record Counter(Path file, long range) {

        /** Empty where it may not be read, as on most machines for anybody but root. */
        static Optional<Counter> of(Path zone) {
            Path file = zone.resolve("energy_uj");
            return read(file).filter(Counter::isNumber).flatMap(_ -> read(zone.resolve("max_energy_range_uj"))).filter(Counter::isNumber)
                    .map(range -> new Counter(file, Long.parseLong(range)));
        }

        private static boolean isNumber(String text) {
            return text.matches("\\d{1,18}");
        }

        long microjoules() {
            return read(file).filter(Counter::isNumber).map(Long::parseLong)
                    .orElseThrow(() -> new IllegalStateException(file + " cannot be read any more"));
        }

        long since(long before) {
            long now = microjoules();
            return now < before ? now + range - before : now - before;
        }
    }
}
