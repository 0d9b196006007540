package pruefstand.engine.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How long a server is waited for.
 *
 * @param connect until a connection stands
 * @param answer until the head of an answer is there, then again until its body is; of a stream, between two pieces
 * @param attempts how often a request is sent at most when the server says that it cannot just now
 * @param longestPause most that is waited between two attempts, whatever the server asks for
 * @param pause waits
 */
record Patience(Duration connect, Duration answer, int attempts, Duration longestPause, Consumer<Duration> pause) {

    private static final int ANSWERS_IN_A_STREAM = 12;

    /** A model may have to be loaded first, and a long prompt takes its time on a processor. */
    static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofMinutes(5), 4, Duration.ofSeconds(60), Patience::wait);

    /** For looking whether there is anybody. */
    static final Patience SHORT = new Patience(Duration.ofMillis(300), Duration.ofSeconds(1), 1, Duration.ZERO, Patience::wait);

    /** Most that a streamed answer may take as a whole: a server that never stops is not waited for. */
    Duration stream() {
        return answer.multipliedBy(ANSWERS_IN_A_STREAM);
    }

    private static void wait(Duration time) {
        Executor later = CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(() -> { }, later).join();
    }
}
