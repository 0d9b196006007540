package pruefstand.model.hub;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * A hub and the other host from which it has its large files sent, both on loopback, answering in the shapes that
 * huggingface_hub's {@code file_download.py} ({@code get_hf_file_metadata}, {@code http_get}) and {@code constants.py} rely on:
 * a redirect with {@code X-Repo-Commit}, {@code X-Linked-Etag} in quotes and {@code X-Linked-Size} for large files, 200 with
 * {@code ETag} for small ones, {@code X-Error-Code} with refusals; RFC 9110 for ranges.
 */
public final class LoopbackHub implements AutoCloseable {

    public static final String COMMIT = "5bf1a3e0c24d97b8e6f70123456789abcdef0123";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer hub;
    private final HttpServer sender;
    private final byte[] content;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    /** Headers of the hub's answer, to be spoilt. */
    public UnaryOperator<Headers> facts = headers -> headers;
    /** What the sender answers. */
    public Answer answer = new Ranged();

    /** Answers a request for the content. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange, byte[] content) throws IOException;
    }

    /** A hub with one large file, under any name and revision. */
    public LoopbackHub(byte[] content) {
        this.content = content;
        try {
            hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            sender = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hub.createContext("/", exchange -> handled(exchange, "hub", this::redirect));
        sender.createContext("/", exchange -> handled(exchange, "sender", to -> answer.to(to, content)));
        hub.setExecutor(threads);
        sender.setExecutor(threads);
        hub.start();
        sender.start();
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void handled(HttpExchange exchange, String who, Handler handler) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        requests.add(who + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath()
                + Optional.ofNullable(headers.getFirst("Range")).map(range -> " " + range).orElse("")
                + Optional.ofNullable(headers.getFirst("Authorization")).map(value -> " " + value).orElse(""));
        try (exchange) {
            handler.handle(exchange);
        }
    }

    private void redirect(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-Repo-Commit", COMMIT);
        headers.set("X-Linked-Etag", '"' + sha256(content) + '"');
        headers.set("X-Linked-Size", Integer.toString(content.length));
        headers.set("Location", "http://127.0.0.1:" + sender.getAddress().getPort() + "/sent?signature=abc");
        headers.set("Status", "302");
        facts.apply(headers);
        int status = Integer.parseInt(headers.getFirst("Status"));
        boolean sends = status == 200 && exchange.getRequestMethod().equals("GET");
        if (status == 200) {
            headers.set("Content-Length", Integer.toString(content.length));
        }
        exchange.sendResponseHeaders(status, sends ? content.length : -1);
        if (sends) {
            exchange.getResponseBody().write(content);
        }
    }

    /** Sends what is asked for, all or the rest from a byte on. */
    public static final class Ranged implements Answer {

        private final IntUnaryOperator cut;

        public Ranged() {
            this(length -> length);
        }

        /**
         * Breaks the line.
         *
         * @param cut of how many bytes that are to be sent, how many are
         */
        public Ranged(IntUnaryOperator cut) {
            this.cut = cut;
        }

        @Override
        public void to(HttpExchange exchange, byte[] content) throws IOException {
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
            if (from >= content.length) {
                exchange.sendResponseHeaders(416, -1);
                return;
            }
            if (range != null) {
                exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
            }
            exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
            exchange.getResponseBody().write(content, from, cut.applyAsInt(content.length - from));
            exchange.getResponseBody().flush();
        }
    }

    public String endpoint() {
        return "http://127.0.0.1:" + hub.getAddress().getPort();
    }

    /** Who was asked for what, in order: host, method, path, range and authorisation. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** How often the content was asked for. */
    public long sendings() {
        return requests().stream().filter(request -> request.startsWith("sender")).count();
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        hub.stop(0);
        sender.stop(0);
        threads.shutdownNow();
    }
}
