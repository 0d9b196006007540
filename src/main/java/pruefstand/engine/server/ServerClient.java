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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.text.Refusal;

/**
 * Talks to one server. Redirects are never followed: a key, and the texts of a task, go where the user said and nowhere else. What
 * comes back is bounded in size and time; what is quoted of it holds no key and no control characters.
 */
final class ServerClient implements AutoCloseable {

    private static final long MEGABYTE = 1L << 20;
    // Room for the probabilities of 32,000 tokens, and little enough to be read as JSON in a heap of usual size.
    private static final long LARGEST_ANSWER = 16 * MEGABYTE;
    private static final int OK = 200;

    private final ServerAddress address;
    private final ApiKey key;
    private final Patience patience;
    private final Retries retries;
    private final Faults faults;
    private final HttpClient http;

    ServerClient(ServerAddress address, ApiKey key, Patience patience) {
        this.address = address;
        this.key = key;
        this.patience = patience;
        this.retries = new Retries(patience, Clock.systemUTC());
        this.faults = new Faults(address);
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
    private record Begun(HttpResponse<Publisher<List<ByteBuffer>>> response, long sent) {
    }

    ServerAddress address() {
        return address;
    }

    Faults faults() {
        return faults;
    }

    /** What lies at an address, if it is there and is JSON. */
    Optional<Answer> find(URI call) {
        Begun begun = exchange(request(call).GET().build());
        String body = body(call, begun);
        try {
            return begun.response().statusCode() == OK ? Optional.of(Answer.read(body)) : Optional.empty();
        } catch (JsonException _) {
            return Optional.empty(); // a page for people lies there
        }
    }

    /**
     * Asks, and has the whole answer.
     *
     * @throws Refusal if the server does not answer, refuses, or its answer is no JSON
     */
    Answer ask(URI call, Map<String, ?> question) {
        Begun begun = exchange(post(call, question));
        String body = body(call, begun);
        checkStatus(call, begun.response(), body);
        try {
            return Answer.read(body);
        } catch (JsonException e) {
            throw faults.shape(call, quoted(e.getMessage())).because(e);
        }
    }

    /**
     * Asks, and hands over the answer line by line.
     *
     * @throws Refusal as {@link #ask} does, and if the answer breaks off
     */
    void stream(URI call, Map<String, ?> question, LineTaker taker) {
        Begun begun = exchange(post(call, question));
        if (begun.response().statusCode() != OK) {
            checkStatus(call, begun.response(), body(call, begun));
        }
        EventLines lines = new EventLines();
        begun.response().body().subscribe(BodySubscribers.limiting(
                BodySubscribers.fromLineSubscriber(lines, _ -> true, StandardCharsets.UTF_8, null), LARGEST_ANSWER));
        try {
            boolean wanted = true;
            while (wanted) {
                Optional<EventLines.Line> line = lines.next(patience.answer());
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

    /** What a server said, fit to be shown: short, on one line, without the key. */
    String quoted(String text) {
        return key.hiddenIn(Quote.of(key.hiddenIn(text)));
    }

    private HttpRequest.Builder request(URI call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call).header("User-Agent", "pruefstand").header("Accept",
                "application/json, text/event-stream");
        key.value().ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
    }

    private HttpRequest post(URI call, Map<String, ?> question) {
        return request(call).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(question))).build();
    }

    private Begun exchange(HttpRequest request) {
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

    private String body(URI call, Begun begun) {
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

    private void checkStatus(URI call, HttpResponse<?> response, String body) {
        int status = response.statusCode();
        if (status == OK) {
            return;
        }
        if (status / 100 == 3) {
            throw faults.redirect(status, quoted(response.headers().firstValue("Location").orElse("?")));
        }
        if (status == 401 || status == 403) {
            throw faults.key(status);
        }
        if (Retries.isBusy(status)) {
            throw faults.busy(status, response.headers().firstValue("Retry-After").map(this::quoted));
        }
        throw faults.status(call, status, quoted(Quote.errorIn(body)));
    }

    private Refusal broken(URI call, Throwable failure) {
        Optional<Throwable> unreached = unreached(failure);
        if (unreached.isPresent()) {
            return faults.silent(quoted(Optional.ofNullable(unreached.get().getMessage())
                    .orElse(unreached.get().getClass().getSimpleName()))).because(failure);
        }
        String why = String.valueOf(chain(failure).reduce((_, next) -> next).orElseThrow().getMessage());
        return why.contains("exceeds capacity") ? faults.large(call, LARGEST_ANSWER / MEGABYTE).because(failure)
                : faults.cut(call, quoted(why)).because(failure);
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
