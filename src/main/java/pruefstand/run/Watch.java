package pruefstand.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import pruefstand.record.FailureKind;

/** Holds a worker against its limits while it works on a request. It only judges; time and memory are told to it. */
final class Watch {

    private final Limits limits;
    private final LongSupplier nanos;
    private final Supplier<OptionalLong> memory;
    private boolean working;
    private long began;
    private long heard;
    private Optional<Overrun> overrun = Optional.empty();

    /**
     * A watch.
     *
     * @param nanos a clock that nobody sets, in nanoseconds
     * @param memory bytes that the worker holds now; empty where that cannot be read
     */
    Watch(Limits limits, LongSupplier nanos, Supplier<OptionalLong> memory) {
        this.limits = limits;
        this.nanos = nanos;
        this.memory = memory;
    }

    /** A request is put. */
    synchronized void begins() {
        working = true;
        began = nanos.getAsLong();
        heard = began;
    }

    /** The worker has said something. */
    synchronized void hears() {
        heard = nanos.getAsLong();
    }

    /** The request is answered; what it has passed by then counts no more. */
    synchronized void ends() {
        working = false;
    }

    /** The limit that has been passed, and from the first time on always the same. */
    synchronized Optional<Overrun> overrun() {
        if (working && overrun.isEmpty()) {
            overrun = time().or(this::space);
        }
        return overrun;
    }

    private Optional<Overrun> time() {
        long now = nanos.getAsLong();
        if (now - began > limits.cell().toNanos()) {
            return Optional.of(new Overrun(FailureKind.TIMEOUT, "the worker took longer than it may: " + words(limits.cell())));
        }
        return now - heard > limits.silence().toNanos()
                ? Optional.of(new Overrun(FailureKind.TIMEOUT, "the worker gave no sign of progress for " + words(limits.silence())))
                : Optional.empty();
    }

    private Optional<Overrun> space() {
        OptionalLong held = memory.get();
        return held.isPresent() && held.getAsLong() > limits.memoryBytes()
                ? Optional.of(new Overrun(FailureKind.MEMORY, String.format(Locale.ROOT,
                        "the worker needed more memory than it may: %.1f GB, allowed are %.1f GB", held.getAsLong() / 1e9,
                        limits.memoryBytes() / 1e9)))
                : Optional.empty();
    }

    private static String words(Duration duration) {
        return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
