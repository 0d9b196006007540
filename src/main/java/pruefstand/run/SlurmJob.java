package pruefstand.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pruefstand.model.SlurmRequest;

/**
 * What an element of a job array asks for and runs.
 *
 * @param home the program, at the same path on every node
 * @param limits of the workspace, which stand where the registry says nothing
 */
record SlurmJob(Home home, Limits limits) {

    /** For the two Java machines, beside what the model may take. */
    private static final double OF_ITS_OWN_GB = 1;
    /** For starting and ending. */
    private static final Duration AROUND = Duration.ofMinutes(5);

    /** Options of {@code sbatch}; elements with the same ones can share an array. Speeds have a node to themselves. */
    List<String> options(ElementOrder order) {
        SlurmRequest request = order.cells().getFirst().cell().model().slurm();
        List<String> options = new ArrayList<>();
        request.partition().ifPresent(partition -> options.add("--partition=" + partition));
        request.gres().ifPresent(gres -> options.add("--gres=" + gres));
        request.time().or(() -> usualTime(order.cells().size())).ifPresent(time -> options.add("--time=" + minutes(time)));
        memoryGb(request).ifPresent(gb -> options.add("--mem=" + Math.round(gb * 1e9 / (1 << 20)) + "M"));
        if (order.threads().isPresent()) {
            options.add("--cpus-per-task=" + order.threads().getAsInt());
        }
        if (isTimed(order)) {
            options.add("--exclusive");
        }
        return options;
    }

    static boolean isTimed(ElementOrder order) {
        return order.cells().getFirst().cell().task().definition().isTimed();
    }

    private Optional<Duration> usualTime(int cells) {
        return limits.ownCell().map(cell -> cell.multipliedBy(cells).plus(AROUND));
    }

    private Optional<Double> memoryGb(SlurmRequest request) {
        return request.memoryGb().isPresent() ? Optional.of(request.memoryGb().getAsDouble())
                : limits.ownMemoryBytes().map(bytes -> bytes / 1e9 + OF_ITS_OWN_GB);
    }

    private static String minutes(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    /**
     * For a POSIX shell.
     *
     * @param orders folder of the array's orders
     * @param log path of an element's log, without index and ending
     */
    String script(Path orders, Path log) {
        List<String> java = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
                home.asJvmOption()));
        Optional.ofNullable(System.getProperty("pruefstand.aot")).ifPresent(cache -> java.add("-XX:AOTCache=" + cache));
        java.addAll(List.of("-cp", System.getProperty("java.class.path"), SlurmElement.class.getName()));
        // Java finds files by the encoding of the locale, and nodes may have another one than the machine that submits.
        return "#!/bin/sh\nexec >>" + quoted(log + "-") + "\"$SLURM_ARRAY_TASK_ID\".log 2>&1\nexport LC_ALL=C.UTF-8\nexec "
                + String.join(" ", java.stream().map(SlurmJob::quoted).toList())
                + " " + quoted(orders + "/") + "\"$SLURM_ARRAY_TASK_ID\".order\n";
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
