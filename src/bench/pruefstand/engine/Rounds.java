package pruefstand.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Ways of doing the same work, run in turns. Of each the best round counts, by the clock and by the processor: on a machine that
 * others use too, the processor's time of a run with one thread still tells which way is less work.
 */
public final class Rounds {

    private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Map<String, Runnable> ways = new LinkedHashMap<>();

    /** Does one thing several times and prints the best time, with what it said. */
    public static void time(String name, int rounds, Supplier<String> work) {
        double best = Double.POSITIVE_INFINITY;
        String said = "";
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            said = work.get();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        System.out.printf(Locale.ROOT, "  %-58s %8.3f s   %s%n", name, best, said);
    }

    /** Adds a way; the first is what the others are compared with. */
    public void add(String name, Runnable way) {
        ways.put(name, way);
    }

    /** Runs all and prints for each how many items it did in a second, and how many times as fast as the first that is. */
    public void run(int rounds, int items) {
        Map<String, List<Double>> best = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            ways.forEach((name, way) -> best.merge(name, measure(way),
                    (a, b) -> List.of(Math.min(a.get(0), b.get(0)), Math.min(a.get(1), b.get(1)))));
        }
        List<Double> first = best.values().iterator().next();
        System.out.printf("  %-38s %19s %26s%n", "", "by the clock", "by the processor's time");
        best.forEach((name, seconds) -> System.out.printf(Locale.ROOT, "  %-38s %8.1f/s  %.2f x   %12.1f/s  %.2f x%n", name,
                items / seconds.get(0), first.get(0) / seconds.get(0), items / seconds.get(1), first.get(1) / seconds.get(1)));
    }

    private static List<Double> measure(Runnable way) {
        long start = System.nanoTime();
        long used = SYSTEM.getProcessCpuTime();
        way.run();
        return List.of((System.nanoTime() - start) / 1e9, (SYSTEM.getProcessCpuTime() - used) / 1e9);
    }
}
