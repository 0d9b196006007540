package pruefstand.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pruefstand.record.Failure;
import pruefstand.record.FailureKind;

/**
 * How a worker's process ended before it had answered.
 *
 * @param exitCode of the process
 * @param overrun the limit for which its parent ended it
 * @param systemOutOfMemory whether the system ended processes meanwhile to get memory back
 * @param log last lines that it wrote, and what the JVM said of a crash in native code
 */
record Ending(int exitCode, Optional<Overrun> overrun, boolean systemOutOfMemory, List<String> log) {

    /** What the JVM ends with under {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int HEAP_FULL = 3;

    private static final Pattern CRASH = Pattern.compile("# {1,2}(SIG[A-Z]+) \\(0x");

    WorkerReply.Died died() {
        Optional<String> signal = crash().or(() -> Signals.named(exitCode));
        if (overrun.isPresent()) {
            return died(overrun.get().kind(), Optional.empty(), overrun.get().reason());
        }
        if (systemOutOfMemory && signal.filter("SIGKILL"::equals).isPresent()) {
            return died(FailureKind.MEMORY, signal, "the system ran out of memory and ended the worker");
        }
        if (exitCode == HEAP_FULL) {
            return died(FailureKind.MEMORY, Optional.empty(), "the worker's Java heap was too small");
        }
        return signal.isPresent() ? died(FailureKind.SIGNAL, signal, "the worker was ended by " + signal.get())
                : died(FailureKind.EXIT, signal, "the worker ended before it answered, with exit code " + exitCode);
    }

    /** Without a core dump the JVM turns the signal of a crash into exit code 1, but it tells which it was. */
    private Optional<String> crash() {
        return log.stream().map(CRASH::matcher).filter(Matcher::lookingAt).map(found -> found.group(1)).findFirst();
    }

    private WorkerReply.Died died(FailureKind kind, Optional<String> signal, String reason) {
        return new WorkerReply.Died(new Failure(kind, signal, log), reason);
    }

    /** Of a worker that wrote what is no reply. */
    static WorkerReply.Died garbled(String complaint, List<String> log) {
        List<String> lines = new ArrayList<>(log);
        lines.add(complaint);
        return new WorkerReply.Died(new Failure(FailureKind.GARBAGE, Optional.empty(), lines), "the worker wrote what is no answer");
    }
}
