package pruefstand.engine.server;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The lines of a streamed answer, each with the moment at which it came. */
final class EventLines implements Flow.Subscriber<String> {

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private Optional<Flow.Subscription> subscription = Optional.empty();

    /**
     * A line.
     *
     * @param text without its end
     * @param nanos {@link System#nanoTime()} when it came
     */
    record Line(String text, long nanos) {
    }

    /** Either a line, or why none follows. */
    private record Arrival(Optional<Line> line, Optional<Throwable> failure) {
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = Optional.of(given);
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String text) {
        arrivals.add(new Arrival(Optional.of(new Line(text, System.nanoTime())), Optional.empty()));
    }

    @Override
    public void onError(Throwable failure) {
        arrivals.add(new Arrival(Optional.empty(), Optional.of(failure)));
    }

    @Override
    public void onComplete() {
        arrivals.add(new Arrival(Optional.empty(), Optional.empty()));
    }

    /**
     * The next line; empty at the end.
     *
     * @throws TimeoutException if none comes in time
     * @throws IOException if the answer broke off
     */
    Optional<Line> next(Duration longest) throws TimeoutException, IOException, InterruptedException {
        Arrival arrival = arrivals.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (arrival == null) {
            throw new TimeoutException();
        }
        if (arrival.failure().isPresent()) {
            throw new IOException(arrival.failure().get());
        }
        return arrival.line();
    }

    /** Nobody wants the rest. */
    synchronized void cancel() {
        subscription.ifPresent(Flow.Subscription::cancel);
    }
}
