package pruefstand.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import pruefstand.record.Failure;
import pruefstand.record.FailureKind;
import pruefstand.record.RunRecord;

/**
 * Writes the records of cells whose element could not: Slurm has ended it, or its machines are gone.
 *
 * @param context of the run that has submitted it
 * @param files what the element has left
 */
record LostCells(RunContext context, ElementFiles files) {

    private static final int LAST_LINES = 20;

    /** The record, which is on the disk on return. Its host is the element's machine, where it came so far as to tell. */
    RunRecord record(ArrayElement element, ElementOrder.Entry entry, JobState state, FailureKind kind) {
        Optional<ElementMark> mark = files.mark(element);
        Cell cell = mark.map(told -> entry.cell().withKey(told.key())).orElse(entry.cell());
        Failure failure = new Failure(kind, Optional.empty(), lastLines(files.log(element)));
        RunRecord record = Measurement.begin(cell, entry.run(), context.place(cell, state.node()))
                .ended(new WorkerReply.Died(failure, reason(state, kind)), OptionalDouble.empty());
        RunRecord there = mark.map(told -> record.at(told.host(), told.began(), seconds(told))).orElse(record);
        context.store().write(there, cell.folder(), List.of());
        return there;
    }

    private double seconds(ElementMark mark) {
        return Math.max(0, Duration.between(mark.began(), context.clock().instant()).toMillis() / 1e3);
    }

    /** Names no node: records name no machine. */
    private static String reason(JobState state, FailureKind kind) {
        String told = "Slurm says " + state.state() + (state.reason().equals("None") ? "" : ", " + state.reason());
        return switch (kind) {
            case TIMEOUT -> "its job took longer than it may; " + told;
            case MEMORY -> "its job needed more memory than it may; " + told;
            case EXIT, SIGNAL, GARBAGE, INVALID -> "its job ended before it; " + told;
        };
    }

    private static List<String> lastLines(Path log) {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        } catch (IOException e) {
            return List.of("the log cannot be read: " + e.getMessage());
        }
    }
}
