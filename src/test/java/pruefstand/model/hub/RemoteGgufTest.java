package pruefstand.model.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.model.gguf.GgufHeader;
import pruefstand.model.gguf.ModelShape;
import pruefstand.model.gguf.RandomGguf;
import pruefstand.model.gguf.TensorType;
import pruefstand.text.Refusal;

/** Headers of files on a server, which counts the bytes that it sends. */
class RemoteGgufTest {

    @TempDir
    private Path folder;

    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private RemoteGguf remote;
    private Path file;
    private boolean knowsRanges = true;
    private long sent;

    @BeforeEach
    void aServer() throws IOException {
        file = RandomGguf.write(folder, ModelShape.dense(1, 256, 512, 60_000, TensorType.Q8_0));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        remote = new RemoteGguf(HubAccess.of(Map.of("HF_ENDPOINT", "http://127.0.0.1:" + server.getAddress().getPort() + "/")));
    }

    @AfterEach
    void end() {
        remote.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().replaceAll(".*/", "");
        try (exchange) {
            if (!Files.exists(folder.resolve(name))) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] content = Files.readAllBytes(folder.resolve(name));
            String range = exchange.getRequestHeaders().getFirst("Range");
            ranges.add(range);
            int[] ends = Arrays.stream(range.substring("bytes=".length()).split("-")).mapToInt(Integer::parseInt).toArray();
            int end = knowsRanges ? Math.min(content.length, ends[1] + 1) : content.length;
            int from = knowsRanges ? ends[0] : 0;
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (end - 1) + "/" + content.length);
            exchange.sendResponseHeaders(knowsRanges ? 206 : 200, end - from);
            sent += end - from;
            exchange.getResponseBody().write(content, from, end - from);
        } catch (IOException _) {
            return; // whoever asked has heard enough
        }
    }

    private URI address(String name) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
    }

    @Test
    void isTheHeaderOfTheFileAndOnlyTheFirstMegabytesCome() throws IOException {
        assertEquals(GgufHeader.read(file), remote.read(address("files/" + file.getFileName())));
        assertEquals(List.of(1 << 20, 2 << 20), ranges.stream().map(range -> range.substring("bytes=".length()).split("-"))
                .map(ends -> Integer.parseInt(ends[1]) + 1 - Integer.parseInt(ends[0])).toList(), "one megabyte, then two");
        assertTrue(sent < Files.size(file) / 4);
    }

    @Test
    void anAddressOfTheHubMeansItsFile() {
        assertEquals(GgufHeader.read(file), remote.read(address("owner/name/blob/main/" + file.getFileName())));
    }

    @Test
    void aServerWithoutRangesIsReadFromItsStartAsFarAsThatGoes() throws IOException {
        knowsRanges = false;
        Path small = RandomGguf.write(folder, ModelShape.dense(1, 256, 512, 1000, TensorType.Q8_0));
        assertEquals(GgufHeader.read(small), remote.read(address(small.getFileName().toString())));
        Refusal refusal = assertThrows(Refusal.class, () -> remote.read(address(file.getFileName().toString())));
        assertEquals("model.hub.no-ranges", refusal.what().key());
    }

    @Test
    void whatIsNoModelIsRefusedAtItsFirstBytes() throws IOException {
        Files.writeString(folder.resolve("page.gguf"), "<!doctype html>");
        assertEquals("model.gguf.magic", assertThrows(Refusal.class, () -> remote.read(address("page.gguf"))).what().key());
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertEquals("model.hub.trouble", assertThrows(Refusal.class, () -> remote.read(address("x.gguf"))).what().key());
    }
}
