package pruefstand.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The most memory that this process held resident, as the Linux kernel counts it. */
final class PeakMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");
    private static final String RESET_PEAK = "5";

    private PeakMemory() {
    }

    /** Starts counting anew, where the kernel lets it; else the peak is that of the whole process so far. */
    static void forget() {
        if (Files.isWritable(CLEAR)) {
            try {
                Files.writeString(CLEAR, RESET_PEAK);
            } catch (IOException e) {
                System.err.println("the peak of memory counts from the start of this process: " + e.getMessage());
            }
        }
    }

    /** VmHWM, in bytes; empty where there is no such count. */
    static OptionalLong bytes() {
        try {
            return Files.exists(STATUS) ? Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024).findFirst() : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
