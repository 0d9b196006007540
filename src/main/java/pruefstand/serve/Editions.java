package pruefstand.serve;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import pruefstand.search.Passage;
import pruefstand.text.Message;
import pruefstand.text.Refusal;

/**
 * The pages as they are served, made anew when something has changed. There are two folders in turn: readers see the old pages,
 * all of them, until the new ones are all there, and for as long as new ones cannot be made.
 */
final class Editions implements AutoCloseable {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    /** Looking may take this part of the time. */
    private static final int PART = 20;
    /** Whoever writes without end is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Building would disturb what is measured beside it. */
    private static final Duration WHILE_MEASURING = Duration.ofMinutes(1);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final PageSource source;
    private final Path folder;
    private final Clock clock;
    private final BooleanSupplier measuring;
    private final Consumer<List<Passage>> built;
    private final Semaphore wakes = new Semaphore(0);
    private volatile Edition now = new Edition(0, Optional.empty(), Optional.empty(), false, Optional.empty());
    private volatile boolean closed;
    private String madeOf = "";
    private String seen = "";
    private Instant changedSince = Instant.EPOCH;
    private int unseen;
    private long lookedNanos;
    private Optional<Thread> looking = Optional.empty();

    /**
     * What is served.
     *
     * @param number from 1, one more each time; 0 before the first
     * @param folder of the pages; empty before the first are there
     * @param built when they were
     * @param building whether others are being made
     * @param trouble why newer ones could not be made
     */
    record Edition(long number, Optional<Path> folder, Optional<Instant> built, boolean building, Optional<Message> trouble) {

        private Edition whileBuilding() {
            return new Edition(number, folder, built, true, trouble);
        }

        private Edition failed(Message why) {
            return new Edition(number, folder, built, false, Optional.of(why));
        }
    }

    /**
     * Of a source.
     *
     * @param folder for both folders
     * @param measuring whether something is being measured on this machine
     * @param built hears what can be found on new pages, once they are served
     */
    Editions(PageSource source, Path folder, Clock clock, BooleanSupplier measuring, Consumer<List<Passage>> built) {
        this.source = source;
        this.folder = folder;
        this.clock = clock;
        this.measuring = measuring;
        this.built = built;
    }

    Edition now() {
        return now;
    }

    /** Looks again and again until closed. */
    void start() {
        looking = Optional.of(Thread.ofPlatform().daemon().name("pages").start(this::lookUntilClosed));
    }

    private void lookUntilClosed() {
        boolean urgent = true;
        while (!closed) {
            look(urgent);
            urgent = isWoken(Math.max(SHORTEST_PAUSE.toNanos(), PART * lookedNanos));
        }
    }

    /** Something has changed, and somebody waits for it. */
    void wake() {
        wakes.release();
    }

    private boolean isWoken(long pauseNanos) {
        try {
            boolean woken = wakes.tryAcquire(pauseNanos, TimeUnit.NANOSECONDS);
            wakes.drainPermits();
            return woken;
        } catch (InterruptedException _) {
            closed = true;
            return false;
        }
    }

    /**
     * Makes new pages where it is time to.
     *
     * @param urgent whether to do so at the first sign of a change
     */
    void look(boolean urgent) {
        Optional<String> found = state();
        if (found.isEmpty()) {
            return;
        }
        String state = found.get();
        boolean rests = state.equals(seen);
        if (!rests && seen.equals(madeOf)) {
            changedSince = clock.instant();
        }
        seen = state;
        if (!state.equals(madeOf) && (urgent || isTime(rests))) {
            make(state);
        }
    }

    /** Files come and go while they are looked at; only what cannot be seen twice is worth a word. */
    private Optional<String> state() {
        long began = System.nanoTime();
        try {
            String state = source.state();
            lookedNanos = System.nanoTime() - began;
            madeOf = unseen > 1 ? "" : madeOf;
            unseen = 0;
            return Optional.of(state);
        } catch (UncheckedIOException e) {
            if (++unseen > 1) {
                now = now.failed(unreadable(e));
            }
            return Optional.empty();
        }
    }

    private static Message unreadable(UncheckedIOException e) {
        return Message.of("serve.unreadable", String.valueOf(e.getCause().getMessage()));
    }

    private boolean isTime(boolean rests) {
        Instant moment = clock.instant();
        boolean settled = rests || moment.isAfter(changedSince.plus(PATIENCE));
        boolean disturbs = measuring.getAsBoolean() && now.built().filter(last -> moment.isBefore(last.plus(WHILE_MEASURING))).isPresent();
        return settled && !disturbs;
    }

    private void make(String state) {
        now = now.whileBuilding();
        madeOf = state;
        Path next = folder.resolve(now.folder().filter(folder.resolve("a")::equals).isPresent() ? "b" : "a");
        try {
            List<Passage> passages = source.build(next);
            now = new Edition(now.number() + 1, Optional.of(next), Optional.of(clock.instant()), false, Optional.empty());
            built.accept(passages);
        } catch (Refusal e) {
            now = now.failed(e.what());
        } catch (UncheckedIOException e) {
            now = now.failed(unreadable(e));
        } catch (IllegalStateException | IllegalArgumentException e) {
            now = now.failed(Message.of("serve.unbuilt", e.toString()));
        }
    }

    /** Waits a little for pages that are just being made, since another server may go on with the folder. */
    @Override
    public void close() {
        closed = true;
        wakes.release();
        try {
            for (Thread thread : looking.stream().toList()) {
                thread.join(LONGEST_END);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
