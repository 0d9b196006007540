package pruefstand.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import pruefstand.record.RunProgress;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;

/**
 * Leaves in the results folder how far a run has come, at most once a second, and hands everything on to another listener. A run
 * whose progress cannot be written goes on all the same.
 */
final class ProgressNotes implements EvalListener, AutoCloseable {

    private static final int RECENT = 5;
    private static final long SECONDS = 1;

    private final Path results;
    private final EvalListener next;
    private final Clock clock;
    private final Optional<Instant> processStarted = ProcessHandle.current().info().startInstant();
    private final Deque<RunProgress.EndedCell> recent = new ArrayDeque<>();
    private final List<PlannedCell> open = new ArrayList<>();
    private Optional<ScheduledExecutorService> writing = Optional.empty();
    private Optional<RunProgress.CellProgress> cell = Optional.empty();
    private Instant started = Instant.EPOCH;
    private int total;
    private int done;
    private int failed;
    private double seconds;
    private boolean changed;
    private boolean finished;

    ProgressNotes(Path results, EvalListener next, Clock clock) {
        this.results = results;
        this.next = next;
        this.clock = clock;
    }

    @Override
    public void planned(Plan plan) {
        begin(plan.due());
        ScheduledThreadPoolExecutor each = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("progress").factory());
        each.scheduleWithFixedDelay(this::note, 0, SECONDS, TimeUnit.SECONDS);
        writing = Optional.of(each);
        next.planned(plan);
    }

    synchronized void begin(List<PlannedCell> due) {
        open.clear();
        open.addAll(due);
        recent.clear();
        cell = Optional.empty();
        started = clock.instant();
        total = due.size();
        done = 0;
        failed = 0;
        seconds = 0;
        finished = false;
        changed = true;
    }

    @Override
    public void begins(Cell begun, int number, int all) {
        synchronized (this) {
            cell = Optional.of(new RunProgress.CellProgress(begun.title(), number, clock.instant(), 0, 0));
            changed = true;
        }
        next.begins(begun, number, all);
    }

    @Override
    public void at(long step, long steps) {
        synchronized (this) {
            cell = cell.map(now -> new RunProgress.CellProgress(now.title(), now.number(), now.began(), step, steps));
            changed = true;
        }
        next.at(step, steps);
    }

    @Override
    public void again(Cell begun, String reason) {
        next.again(begun, reason);
    }

    @Override
    public void waits(String disturbance) {
        next.waits(disturbance);
    }

    @Override
    public void late(List<PlannedCell> cells) {
        next.late(cells);
    }

    @Override
    public void changed(Cell gone) {
        end(gone);
        next.changed(gone);
    }

    @Override
    public void cluster(ClusterNews news) {
        next.cluster(news);
    }

    @Override
    public void ended(Cell over, RunRecord record) {
        synchronized (this) {
            end(over);
            done++;
            failed += record.status() == Status.FAILED ? 1 : 0;
            seconds += record.seconds();
            recent.addFirst(new RunProgress.EndedCell(over.title(), record.status(), record.reason(), record.seconds()));
            while (recent.size() > RECENT) {
                recent.removeLast();
            }
        }
        next.ended(over, record);
    }

    private synchronized void end(Cell over) {
        open.removeIf(planned -> planned.cell().equals(over));
        cell = Optional.empty();
        changed = true;
    }

    /** Writes what is new. */
    synchronized void note() {
        if (!changed) {
            return;
        }
        try {
            progress().write(results);
            changed = false;
        } catch (IOException _) {
            changed = true; // a full disk will be told where it matters; the next second may do better
        }
    }

    private RunProgress progress() {
        return new RunProgress(ProcessHandle.current().pid(), processStarted, started, total, done, failed, open.size(), finished,
                cell, finished ? Optional.empty() : expectedEnd(), List.copyOf(recent));
    }

    /** Cells of which nothing is known count as the mean of those that have ended, or of those of which something is known. */
    private Optional<Instant> expectedEnd() {
        double known = open.stream().mapToDouble(planned -> planned.seconds().orElse(0)).sum();
        long unknown = open.stream().filter(planned -> planned.seconds().isEmpty()).count();
        long told = open.size() - unknown;
        if (unknown > 0 && done == 0 && told == 0) {
            return Optional.empty();
        }
        double mean = done > 0 ? seconds / done : told > 0 ? known / told : 0;
        double gone = cell.map(now -> Duration.between(now.began(), clock.instant()).toMillis() / 1e3).orElse(0.0);
        return Optional.of(clock.instant().plusMillis(Math.round(Math.max(0, known + unknown * mean - gone) * 1e3)));
    }

    /** The run is over, however it went. */
    @Override
    public void close() {
        writing.ifPresent(ScheduledExecutorService::shutdownNow);
        synchronized (this) {
            boolean begun = writing.isPresent();
            cell = Optional.empty();
            finished = true;
            changed = begun;
            note();
        }
        writing = Optional.empty();
    }
}
