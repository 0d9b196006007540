package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.record.History;
import pruefstand.record.RecordStore;
import pruefstand.record.Status;

/** A system that gives the program and its workers so many threads and processes, and then no more. */
class FewThreadsTest {

    /** A few more than Java itself needs, up to about what an evaluation and its worker need: where exactly it ends depends on the JDK. */
    private static final int[] THREADS = {12, 14, 16, 18, 23, 30};

    /** Users whom no system gives to anybody. */
    private static final long STRANGER = 1_900_000_000;

    /** The limit counts what a user runs, and binds neither root nor, before it is counted, what was there before. */
    private static final String SCRIPT = """
            limit=$1; stranger=$2; shift 2
            if [ "$(id -u)" = 0 ]; then
                exec setpriv --reuid "$stranger" --clear-groups --inh-caps +dac_override,+dac_read_search \\
                    --ambient-caps +dac_override,+dac_read_search prlimit --nproc="$limit" "$@"
            fi
            exec unshare --map-current-user prlimit --nproc="$limit" "$@"
            """;

    /** Done; done with failed cells, or Java did not even start; a part is missing. */
    private static final Set<Integer> CODES = Set.of(0, 1, 3);

    @TempDir
    private Path folder;

    @Test
    void whatIsMissingIsToldNothingIsLostAndWithMoreTheRestIsMeasured() throws IOException, InterruptedException {
        KilledRuns runs = new KilledRuns(new Home(Path.of("").toAbsolutePath()), folder, 0, 1);
        Path results = Files.createDirectories(folder.resolve("results"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(results, PosixFilePermissions.fromString("rwxrwxrwx"));
        StringBuilder told = new StringBuilder();
        int before = 0;
        for (int threads : THREADS) {
            told.append(withThreads(threads, runs.command(results)));
            History history = new RecordStore(List.of(results)).read();
            assertEquals(List.of(), history.unreadable());
            assertTrue(history.records().size() >= before, "a record was lost: " + told);
            before = history.records().size();
        }
        assertTrue(told.toString().contains("gives this program no further thread or process"), told.toString());
        runs.undisturbed(results);
        runs.undisturbed(folder.resolve("undisturbed"));
        assertEquals(numbers("undisturbed"), numbers("results"));
    }

    private String withThreads(int threads, List<String> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh", Integer.toString(threads),
                Long.toString(STRANGER + ProcessHandle.current().pid())));
        command.addAll(program);
        Path log = folder.resolve("log-" + threads + ".txt");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it hangs with " + threads + " threads: " + Files.readString(log));
        String told = Files.readString(log);
        assertTrue(CODES.contains(process.exitValue()), threads + " threads, exit code " + process.exitValue() + ": " + told);
        assertFalse(told.contains("\tat ") || told.contains("an error in the program"), threads + " threads: " + told);
        return told;
    }

    private Map<String, String> numbers(String results) {
        return new RecordStore(List.of(folder.resolve(results))).read().records().stream()
                .filter(record -> record.content().status() == Status.OK)
                .collect(Collectors.toMap(record -> record.content().task().name(), KilledRuns::numbers));
    }
}
