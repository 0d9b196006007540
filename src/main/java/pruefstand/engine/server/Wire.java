package pruefstand.engine.server;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import pruefstand.text.Refusal;

/** Sends requests and gathers answers, bounded in size and time; follows no redirects. Knows nothing of what they mean. */
final class Wire implements AutoCloseable {

    private static final long MEGABYTE = 1L << 20;
    // Room for the probabilities of 32,000 tokens, and little enough to be read as JSON in a heap of usual size.
    private static final long LARGEST_ANSWER = 16 * MEGABYTE;

    private final Patience patience;
    private final Retries retries;
    private final Faults faults;
    private final HttpClient http;

    Wire(Patience patience, Faults faults) {
        this.patience = patience;
        this.retries = new Retries(patience, Clock.systemUTC());
        this.faults = faults;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.connect()).build();
    }

    /** Takes the lines of a streamed answer. */
    @FunctionalInterface
    interface LineTaker {

        /**
         * A line.
         *
         * @param seconds since the request was sent
         * @return whether more is wanted
         */
        boolean take(String line, double seconds);
    }

    /**
     * An answer that has begun.
     *
     * @param response its head, and its body to come
     * @param sent {@link System#nanoTime()} when the request was sent
     */
    record Begun(HttpResponse<Publisher<List<ByteBuffer>>> response, long sent) {

        int status() {
            return response.statusCode();
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }

    /** Sends, again where that is worth while, until the head of an answer is there. */
    Begun exchange(HttpRequest request) {
        for (int attempt = 1;; attempt++) {
            Begun begun = send(request);
            HttpResponse<?> response = begun.response();
            Optional<Duration> pause = retries.pauseAfter(response.statusCode(), response.headers(), attempt);
            if (pause.isEmpty()) {
                return begun;
            }
            begun.response().body().subscribe(BodySubscribers.discarding());
            patience.pause().accept(pause.get());
        }
    }

    /** A connection that was kept may be closed by the server just then; asking again does no harm, since nothing is changed. */
    private Begun send(HttpRequest request) {
        for (int attempt = 1;; attempt++) {
            try {
                return sendOnce(request);
            } catch (IOException e) {
                if (attempt >= patience.attempts() || unreached(e).isPresent()) {
                    throw broken(request.uri(), e);
                }
            }
        }
    }

    private Begun sendOnce(HttpRequest request) throws IOException {
        long sent = System.nanoTime();
        var coming = http.sendAsync(request, BodyHandlers.ofPublisher());
        try {
            return new Begun(coming.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS), sent);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw faults.slow(patience.answer().toSeconds()).because(e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The rest of an answer, as one text. */
    String body(URI call, Begun begun) {
        BodySubscriber<String> whole = BodySubscribers.limiting(BodySubscribers.ofString(StandardCharsets.UTF_8), LARGEST_ANSWER);
        begun.response().body().subscribe(whole);
        CompletableFuture<String> coming = whole.getBody().toCompletableFuture();
        try {
            return coming.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw faults.slow(patience.answer().toSeconds()).because(e);
        } catch (ExecutionException e) {
            throw broken(call, e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The rest of an answer, line by line as it comes, until the taker wants no more. */
    void lines(URI call, Begun begun, LineTaker taker) {
        EventLines lines = new EventLines();
        begun.response().body().subscribe(BodySubscribers.limiting(
                BodySubscribers.fromLineSubscriber(lines, _ -> true, StandardCharsets.UTF_8, null), LARGEST_ANSWER));
        try {
            boolean wanted = true;
            while (wanted) {
                Optional<EventLines.Line> line = lines.next(patience.answer());
                checkTime(begun);
                wanted = line.isPresent() && taker.take(line.get().text(), (line.get().nanos() - begun.sent()) / 1e9);
            }
        } catch (TimeoutException e) {
            throw faults.slow(patience.answer().toSeconds()).because(e);
        } catch (IOException e) {
            throw broken(call, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            lines.cancel();
        }
    }

    private void checkTime(Begun begun) {
        if (System.nanoTime() - begun.sent() > patience.stream().toNanos()) {
            throw faults.slow(patience.stream().toSeconds());
        }
    }

    private Refusal broken(URI call, Throwable failure) {
        Optional<Throwable> unreached = unreached(failure);
        if (unreached.isPresent()) {
            return faults.silent(faults.quoted(Optional.ofNullable(unreached.get().getMessage())
                    .orElse(unreached.get().getClass().getSimpleName()))).because(failure);
        }
        String why = String.valueOf(chain(failure).reduce((_, next) -> next).orElseThrow().getMessage());
        return why.contains("exceeds capacity") ? faults.large(call, LARGEST_ANSWER / MEGABYTE).because(failure)
                : faults.cut(call, faults.quoted(why)).because(failure);
    }

    private static Optional<Throwable> unreached(Throwable failure) {
        return chain(failure).filter(cause -> cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException).findFirst();
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting for a server", e);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
