package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.record.History;
import pruefstand.record.RecordStore;

/** Whole evaluations whose results lie on a disk, in memory, that is full: records, items, logs and journals. */
class FullDiskTest {

    private static final int CANNOT_MOUNT = 97;

    /** The disk is there for this script alone and gone with it. First nothing more fits, then a little more each time, then all. */
    private static final String SCRIPT = """
            results=$1; shift
            mkdir "$results" && mount -t tmpfs -o size=2m tmpfs "$results" || exit 97
            for free in 0 16 16; do
                time=$((${time:-0} + 1))
                rm -f "$results/filler"
                dd if=/dev/zero of="$results/filler" bs=1k 2>/dev/null
                truncate -s "-${free}k" "$results/filler"
                "$@"
                echo "with $free kB: exit code $?"
                cp -a "$results" "$results-$time"
            done
            rm "$results/filler"
            "$@"
            echo "with all: exit code $?"
            cp -a "$results" "$results-all"
            """;

    @TempDir
    private Path folder;
    private KilledRuns runs;
    private String told;

    @BeforeEach
    void evaluationsOnADiskThatFillsUp() throws IOException, InterruptedException {
        runs = new KilledRuns(new Home(Path.of("").toAbsolutePath()), folder, 0, 1);
        Path results = folder.resolve("disk");
        List<String> command = Stream.of(List.of("unshare", "--map-root-user", "--mount", "sh", "-c", SCRIPT, "sh", results.toString()),
                runs.command(results)).flatMap(List::stream).toList();
        Process script = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("script.log").toFile()).start();
        int code = script.waitFor();
        told = Files.readString(folder.resolve("script.log"));
        assertTrue(code != CANNOT_MOUNT && code != 1, "this test must be allowed to mount a disk of its own (unshare): " + told);
    }

    @Test
    void whatIsMissingIsToldNothingIsLostAndWithSpaceAgainTheRestIsMeasured() throws IOException, InterruptedException {
        assertEquals(List.of("with 0 kB: exit code 2", "with 16 kB: exit code 2", "with 16 kB: exit code 2", "with all: exit code 0"),
                told.lines().filter(line -> line.startsWith("with ")).toList(), told);
        assertTrue(told.lines().filter(line -> line.startsWith("pruefstand: ")).allMatch(line -> line.contains("No space left on device")
                && line.contains("/disk/")), told);
        int before = 0;
        for (int time = 1; time <= 3; time++) {
            History history = new RecordStore(List.of(folder.resolve("disk-" + time))).read();
            assertEquals(List.of(), history.unreadable());
            assertTrue(history.records().size() >= before, "a record was lost: " + told);
            before = history.records().size();
        }
        runs.undisturbed(folder.resolve("undisturbed"));
        assertEquals(numbers("undisturbed"), numbers("disk-all"));
    }

    private Map<String, String> numbers(String results) {
        History history = new RecordStore(List.of(folder.resolve(results))).read();
        assertEquals(List.of(), history.unreadable());
        return history.records().stream().collect(Collectors.toMap(record -> record.content().task().name(), KilledRuns::numbers));
    }
}
