package pruefstand.site;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * A folder behind a web server of this machine.
 *
 * @param server that answers
 */
public record ServedFolder(HttpServer server) implements AutoCloseable {

    public static ServedFolder of(Path folder) {
        HttpServer server = SimpleFileServer.createFileServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                folder.toAbsolutePath(), SimpleFileServer.OutputLevel.NONE);
        server.start();
        return new ServedFolder(server);
    }

    /** Address of its root, ending in a slash. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
