package pruefstand.model.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A hub on loopback with one data set of several files, answering in the shapes that huggingface_hub relies on
 * ({@code hf_api.py}, {@code dataset_info}; {@code file_download.py}): the listing of a revision, and files with their facts.
 */
public final class DataHub implements AutoCloseable {

    public static final String COMMIT = "5bf1a3e0c24d97b8e6f70123456789abcdef0123";

    private final HttpServer server;
    private final String repository;
    private final SortedMap<String, byte[]> files;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    /**
     * A hub.
     *
     * @param repository {@code owner/name}
     * @param files their content by name
     */
    public DataHub(String repository, SortedMap<String, byte[]> files) {
        this.repository = repository;
        this.files = files;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            try (exchange) {
                answer(exchange, exchange.getRequestURI().getPath());
            }
        });
        server.start();
    }

    private void answer(HttpExchange exchange, String path) throws IOException {
        String below = "/datasets/" + repository + "/resolve/";
        if (path.equals("/api/datasets/" + repository + "/revision/main") || path.equals("/api/datasets/" + repository + "/revision/" + COMMIT)) {
            send(exchange, ("{\"_id\":\"1\",\"sha\":\"" + COMMIT + "\",\"siblings\":[" + files.keySet().stream()
                    .map(name -> "{\"rfilename\":\"" + name + "\"}").collect(Collectors.joining(",")) + "],\"gated\":false}")
                    .getBytes(StandardCharsets.UTF_8));
            return;
        }
        byte[] content = path.startsWith(below) ? files.get(path.substring(below.length()).replaceFirst("^[^/]+/", "")) : null;
        if (content == null) {
            exchange.getResponseHeaders().set("X-Error-Code", path.startsWith(below) ? "EntryNotFound" : "RepoNotFound");
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.getResponseHeaders().set("X-Repo-Commit", COMMIT);
        exchange.getResponseHeaders().set("X-Linked-Etag", '"' + LoopbackHub.sha256(content) + '"');
        exchange.getResponseHeaders().set("X-Linked-Size", Integer.toString(content.length));
        send(exchange, content);
    }

    private static void send(HttpExchange exchange, byte[] content) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
        }
        exchange.sendResponseHeaders(200, head ? -1 : content.length);
        if (!head) {
            exchange.getResponseBody().write(content);
        }
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked for, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
