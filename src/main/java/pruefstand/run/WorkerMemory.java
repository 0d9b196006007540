package pruefstand.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The memory of a worker as the Linux kernel counts it; elsewhere nothing is counted, and nothing is limited.
 *
 * <p>A limit that the kernel keeps would be one on addresses or on writable mappings: the JVM, the heaps of the C library and
 * graphics drivers reserve many times what they use, so it would end good workers. Instead the parent looks a few times a second, and
 * should a burst be quicker than that, the kernel's own killer takes the worker before anything else.
 */
final class WorkerMemory {

    private static final Path VMSTAT = Path.of("/proc/vmstat");
    private static final List<String> OWN = List.of("RssAnon:", "RssShmem:", "VmSwap:");
    private static final String FIRST_TO_GO = "1000";

    private final Path process;
    private final OptionalLong killsBefore;

    /** Of a process that was just started. */
    WorkerMemory(long pid) {
        this.process = Path.of("/proc", Long.toString(pid));
        this.killsBefore = kills();
        offerToTheKernelFirst();
    }

    private void offerToTheKernelFirst() {
        Path score = process.resolve("oom_score_adj");
        if (Files.isWritable(score)) {
            try {
                Files.writeString(score, FIRST_TO_GO);
            } catch (IOException e) {
                // It is a courtesy to the rest of the machine; where the kernel does not want it, the limits hold all the same.
                return;
            }
        }
    }

    /** What it holds apart from mapped files, swapped out or not; empty where there is no such count, or no such process any more. */
    OptionalLong bytes() {
        return sum(process.resolve("status"), OWN, 1024);
    }

    /** Whether the kernel has ended processes for want of memory since this one began. */
    boolean isKernelOutOfMemory() {
        OptionalLong now = kills();
        return now.isPresent() && killsBefore.isPresent() && now.getAsLong() > killsBefore.getAsLong();
    }

    private static OptionalLong kills() {
        return sum(VMSTAT, List.of("oom_kill "), 1);
    }

    private static OptionalLong sum(Path file, List<String> names, long unit) {
        try {
            long[] found = Files.exists(file) ? Files.readAllLines(file).stream()
                    .filter(line -> names.stream().anyMatch(line::startsWith))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * unit).toArray() : new long[0];
            return found.length == 0 ? OptionalLong.empty() : OptionalLong.of(LongStream.of(found).sum());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
