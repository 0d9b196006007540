package pruefstand.run;

import java.util.Map;
import java.util.Optional;

/** Which signal ended a process, from its exit code as Java reports it on Unix: 128 plus the signal's number. */
final class Signals {

    private static final int BASE = 128;
    private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(1, "SIGHUP"), Map.entry(2, "SIGINT"),
            Map.entry(3, "SIGQUIT"), Map.entry(4, "SIGILL"), Map.entry(5, "SIGTRAP"), Map.entry(6, "SIGABRT"),
            Map.entry(7, "SIGBUS"), Map.entry(8, "SIGFPE"), Map.entry(9, "SIGKILL"), Map.entry(11, "SIGSEGV"),
            Map.entry(13, "SIGPIPE"), Map.entry(15, "SIGTERM"), Map.entry(24, "SIGXCPU"), Map.entry(25, "SIGXFSZ"));

    private Signals() {
    }

    static Optional<String> named(int exitCode) {
        return Optional.ofNullable(NAMES.get(exitCode - BASE));
    }
}
