package pruefstand.model.hub;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Closes a stream from which nothing has come for too long: a read that would wait for ever ends, as if the line were cut. */
final class StallGuard implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon()
            .name("stall").factory());
    private volatile long lastSign = System.nanoTime();

    StallGuard(InputStream stream, Duration patience) {
        long nanos = patience.toNanos();
        clock.scheduleWithFixedDelay(() -> {
            if (System.nanoTime() - lastSign > nanos) {
                cut(stream);
            }
        }, nanos, nanos / 4, TimeUnit.NANOSECONDS);
    }

    private static void cut(InputStream stream) {
        try {
            stream.close();
        } catch (IOException _) {
            return; // whoever reads it notices
        }
    }

    /** Something came. */
    void sign() {
        lastSign = System.nanoTime();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
