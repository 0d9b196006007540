package pruefstand.engine.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import pruefstand.engine.EngineSettings;
import pruefstand.json.Json;
import pruefstand.model.Source;

/** A server on loopback that says what a test lets it say, and remembers what it was asked. */
public final class StandIn implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Function<Call, Reaction>> routes = new ConcurrentHashMap<>();
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> pauses = new ArrayList<>();

    public StandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** A request as it came. */
    public record Call(String path, Map<?, ?> body, Optional<String> authorization) {
    }

    /** What is answered; a cut one promises more than it holds. */
    public record Reaction(int status, Map<String, String> headers, String body, boolean cut) {

        public static Reaction json(String body) {
            return new Reaction(200, Map.of("Content-Type", "application/json"), body, false);
        }

        public static Reaction stream(String body) {
            return new Reaction(200, Map.of("Content-Type", "text/event-stream"), body, false);
        }

        public static Reaction status(int status, String body) {
            return new Reaction(status, Map.of(), body, false);
        }

        public Reaction with(String header, String value) {
            return new Reaction(status, Map.of(header, value), body, cut);
        }

        /** The connection is closed without a word. */
        public static Reaction hangUp() {
            return new Reaction(0, Map.of(), "", true);
        }

        public Reaction cutOff() {
            return new Reaction(status, headers, body, true);
        }
    }

    public StandIn on(String path, String json) {
        return on(path, _ -> Reaction.json(json));
    }

    public StandIn on(String path, Function<Call, Reaction> route) {
        routes.put(path, route);
        return this;
    }

    /** What was asked at a path, in order. */
    public List<Call> calls(String path) {
        synchronized (calls) {
            return calls.stream().filter(call -> call.path().equals(path)).toList();
        }
    }

    public List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + port() + "/v1");
    }

    List<Duration> pauses() {
        return pauses;
    }

    /** Little patience, and nobody waits. */
    Patience patience() {
        return new Patience(Duration.ofSeconds(5), Duration.ofSeconds(20), 4, Duration.ofSeconds(60), pauses::add);
    }

    ServerClient client() {
        return new ServerClient(ServerAddress.of(base()), new ApiKey(Optional.empty()), patience());
    }

    ServerEngine engine(String model) {
        return engine(model, EngineSettings.withThreads(1));
    }

    ServerEngine engine(String model, EngineSettings settings) {
        return ServerEngine.open(new Source.Server(base(), model, Optional.empty()), settings, _ -> Optional.empty(), patience());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Call call = new Call(exchange.getRequestURI().getPath(), text.isEmpty() ? Map.of() : Json.read(text, "request", Map.class),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
        calls.add(call);
        Reaction reaction = routes.getOrDefault(call.path(), _ -> Reaction.status(404, "{\"error\":\"not found\"}")).apply(call);
        if (reaction.status() == 0) {
            exchange.close();
            return;
        }
        byte[] body = reaction.body().getBytes(StandardCharsets.UTF_8);
        reaction.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reaction.status(), reaction.cut() ? body.length + 100 : body.length == 0 ? -1 : body.length);
        OutputStream out = exchange.getResponseBody();
        if (body.length > 0) {
            out.write(body);
            out.flush();
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
