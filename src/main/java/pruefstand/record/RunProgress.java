package pruefstand.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pruefstand.json.Json;
import pruefstand.json.JsonException;

/**
 * How far a run has come, in a small hidden file of the results folder, for whoever wants to watch. It is no record: the next run
 * writes over it.
 *
 * @param pid process that runs
 * @param processStarted when that process began, since numbers of processes come again; empty where the system does not tell
 * @param started when the run began
 * @param total cells in all
 * @param done cells that have a record now, failed ones among them
 * @param failed cells whose record says that they failed
 * @param left cells still to come, the one under way among them
 * @param finished whether the run is over
 * @param cell the cell under way
 * @param expectedEnd when it should be over, going by earlier records; empty where nothing is known
 * @param recent the cells that ended last, the newest first
 */
public record RunProgress(long pid, Optional<Instant> processStarted, Instant started, int total, int done, int failed, int left,
        boolean finished, Optional<CellProgress> cell, Optional<Instant> expectedEnd, List<EndedCell> recent) {

    private static final String NAME = ".progress.json";

    public RunProgress {
        recent = recent == null ? List.of() : List.copyOf(recent);
    }

    /** What becomes of a run. */
    public enum Phase {
        RUNNING,
        FINISHED,
        /** Its process is gone without having said that it was done. */
        BROKEN_OFF
    }

    /**
     * The cell under way.
     *
     * @param title model, variant and task
     * @param number from 1, among all
     * @param began when
     * @param step how far it has come
     * @param steps how far it goes; 0 while that is not known
     */
    public record CellProgress(String title, int number, Instant began, long step, long steps) {
    }

    /**
     * A cell that has ended.
     *
     * @param title model, variant and task
     * @param status what came of it
     * @param reason why there are no numbers
     * @param seconds how long it took
     */
    public record EndedCell(String title, Status status, Optional<String> reason, double seconds) {
    }

    /** What the folder's newest run says of itself; empty where none does, or not in a way that can be read. */
    public static Optional<RunProgress> read(Path results) {
        Path file = file(results);
        try {
            return Files.isRegularFile(file) ? Optional.of(Json.read(file, RunProgress.class)).filter(RunProgress::isWhole)
                    : Optional.empty();
        } catch (JsonException | UncheckedIOException _) {
            return Optional.empty(); // another version's, or gone between the two looks
        }
    }

    private boolean isWhole() {
        return started != null && processStarted != null && cell != null && expectedEnd != null;
    }

    /** Puts it into the folder, as a whole. It is not forced to the disk: after a power cut nobody runs. */
    public void write(Path results) throws IOException {
        Path part = results.resolve(NAME + ".part");
        Files.write(part, Json.write(this).getBytes(StandardCharsets.UTF_8));
        Files.move(part, file(results), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path file(Path results) {
        return results.resolve(NAME);
    }

    /** A process that was killed cannot say so; that it is gone can be seen, from the machine that it ran on. */
    public Phase phase() {
        return finished ? Phase.FINISHED : isAlive() ? Phase.RUNNING : Phase.BROKEN_OFF;
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .filter(process -> processStarted.isEmpty() || process.info().startInstant().equals(processStarted)).isPresent();
    }
}
