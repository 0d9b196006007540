package pruefstand.engine.server;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.text.Refusal;

/**
 * Talks to one server. Redirects are never followed: a key, and the texts of a task, go where the user said and nowhere else. What is
 * quoted of an answer holds no key and no control characters.
 */
final class ServerClient implements AutoCloseable {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int REDIRECTS = 3;
    private static final int HUNDRED = 100;

    private final ServerAddress address;
    private final ApiKey key;
    private final Faults faults;
    private final Wire wire;

    ServerClient(ServerAddress address, ApiKey key, Patience patience) {
        this.address = address;
        this.key = key;
        this.faults = new Faults(address, key);
        this.wire = new Wire(patience, faults);
    }

    ServerAddress address() {
        return address;
    }

    Faults faults() {
        return faults;
    }

    /** What lies at an address, if it is there and is JSON. */
    Optional<Answer> find(URI call) {
        Wire.Begun begun = wire.exchange(request(call).GET().build());
        String body = wire.body(call, begun);
        try {
            return begun.status() == OK ? Optional.of(Answer.read(body)) : Optional.empty();
        } catch (JsonException _) {
            return Optional.empty(); // a page for people lies there
        }
    }

    /**
     * What lies at an address.
     *
     * @throws Refusal if the server does not answer, refuses, or its answer is no JSON
     */
    Answer get(URI call) {
        return answer(call, request(call).GET().build());
    }

    /**
     * Asks, and has the whole answer.
     *
     * @throws Refusal as {@link #get} does
     */
    Answer ask(URI call, Map<String, ?> question) {
        return answer(call, post(call, question));
    }

    private Answer answer(URI call, HttpRequest request) {
        Wire.Begun begun = wire.exchange(request);
        String body = wire.body(call, begun);
        checkStatus(call, begun, body);
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
    void stream(URI call, Map<String, ?> question, Wire.LineTaker taker) {
        Wire.Begun begun = wire.exchange(post(call, question));
        if (begun.status() != OK) {
            checkStatus(call, begun, wire.body(call, begun));
        }
        wire.lines(call, begun, taker);
    }

    /** As {@link Faults#quoted}. */
    String quoted(String text) {
        return faults.quoted(text);
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

    private void checkStatus(URI call, Wire.Begun begun, String body) {
        int status = begun.status();
        if (status == OK) {
            return;
        }
        if (status / HUNDRED == REDIRECTS) {
            throw faults.redirect(status, quoted(begun.header("Location").orElse("?")));
        }
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            throw faults.key(status);
        }
        if (Retries.isBusy(status)) {
            throw faults.busy(status, begun.header("Retry-After").map(this::quoted));
        }
        throw faults.status(call, status, quoted(Quote.errorIn(body)));
    }

    @Override
    public void close() {
        wire.close();
    }
}
