package pruefstand.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * An answer to a request that no well-behaved client would send.
 *
 * @param status of the answer
 * @param text all of it
 */
record RawRequest(int status, String text) {

    /** Sends exactly these lines and an empty one. */
    static RawRequest send(URI server, String... lines) {
        return cut(server, "", lines);
    }

    /** The same with the beginning of what is to follow, and nothing behind it. */
    static RawRequest cut(URI server, String body, String... lines) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new RawRequest(text.isEmpty() ? 0 : Integer.parseInt(text.split(" ", 3)[1]), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
