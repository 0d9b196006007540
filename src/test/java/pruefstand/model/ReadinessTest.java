package pruefstand.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pruefstand.text.Message;

class ReadinessTest {

    private static final URI BASE = URI.create("http://127.0.0.1:1/v1");

    @Test
    void aServerIsReadyWithoutBeingAsked() {
        assertEquals(new Readiness.Ready(), Readiness.of(server(Optional.empty())));
        assertEquals(new Readiness.Ready(), Readiness.of(server(Optional.of("PATH"))));
    }

    @Test
    void aServerWhoseKeyIsNotSetIsNot() {
        assertEquals(new Readiness.NotRunnable(Message.of("model.server.key", BASE.toString(), "NO_SUCH_VARIABLE_HERE")),
                Readiness.of(server(Optional.of("NO_SUCH_VARIABLE_HERE"))));
    }

    private static Variant server(Optional<String> key) {
        return new Variant("s", new Source.Server(BASE, "m", key), Optional.empty());
    }
}
