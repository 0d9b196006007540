package pruefstand.engine.server;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pruefstand.text.Refusal;

/** Looks for servers on this machine, at the ports where they usually are, with little patience. */
public final class LocalServers {

    /** llama-server, Ollama, vLLM, LM Studio, TGI and TEI, SGLang, tabbyAPI and text-generation-webui, koboldcpp. */
    private static final int[] USUAL_PORTS = {8080, 11434, 8000, 1234, 3000, 30000, 5000, 5001};

    private LocalServers() {
    }

    /** Those that answer without a key, in the order of the ports. */
    public static List<LocalServer> find() {
        return find(USUAL_PORTS);
    }

    static List<LocalServer> find(int... ports) {
        return IntStream.of(ports).mapToObj(LocalServers::look).flatMap(Optional::stream).toList();
    }

    private static Optional<LocalServer> look(int port) {
        ServerAddress address = ServerAddress.of(URI.create("http://127.0.0.1:" + port + "/v1"));
        try (ServerClient client = new ServerClient(address, new ApiKey(Optional.empty()), Patience.SHORT)) {
            return new Discovery(client).look();
        } catch (Refusal _) {
            return Optional.empty(); // nobody there, or somebody who does something else
        }
    }
}
