package pruefstand.engine.server;

import java.util.List;

/**
 * A server that answers on this machine.
 *
 * @param address of its OpenAI-compatible interface, as {@code --model} takes it
 * @param kind what kind it is
 * @param models names of the models it serves
 */
public record LocalServer(String address, String kind, List<String> models) {

    public LocalServer {
        models = List.copyOf(models);
    }
}
