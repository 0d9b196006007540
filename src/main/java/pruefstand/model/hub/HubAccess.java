package pruefstand.model.hub;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import pruefstand.text.HttpAddress;
import pruefstand.text.Refusal;

/**
 * Which hub is asked, and as whom. No record, so that nothing prints the token by accident.
 *
 * <p>The names of the variables are those of huggingface_hub's documentation ("Environment variables").
 */
public final class HubAccess {

    private static final String DEFAULT_ENDPOINT = "https://huggingface.co";

    private final URI endpoint;
    private final Optional<String> token;

    HubAccess(URI endpoint, Optional<String> token) {
        this.endpoint = endpoint;
        this.token = token;
    }

    /**
     * As the environment says: {@code HF_ENDPOINT}, {@code HF_TOKEN}.
     *
     * @throws Refusal if the endpoint is no address
     */
    public static HubAccess of(Map<String, String> environment) {
        String address = set(environment, "HF_ENDPOINT").orElse(DEFAULT_ENDPOINT).replaceFirst("/+$", "");
        return new HubAccess(HttpAddress.of(address).orElseThrow(() -> Refusal.input("model.hub.endpoint", address)),
                set(environment, "HF_TOKEN"));
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    URI endpoint() {
        return endpoint;
    }

    boolean hasToken() {
        return token.isPresent();
    }

    /** What to send to an address; empty for every host but the hub's own. */
    Optional<String> authorization(URI address) {
        return isOwn(address) ? token.map(secret -> "Bearer " + secret) : Optional.empty();
    }

    /** Whether an address is of the hub itself: same scheme, host and port. */
    boolean isOwn(URI address) {
        return endpoint.getScheme().equalsIgnoreCase(address.getScheme()) && endpoint.getHost().equalsIgnoreCase(address.getHost())
                && endpoint.getPort() == address.getPort();
    }
}
