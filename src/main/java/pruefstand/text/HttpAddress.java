package pruefstand.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses that people write into settings. */
public final class HttpAddress {

    private HttpAddress() {
    }

    /** The address, if it is absolute, names a host, and is one of http or https. */
    public static Optional<URI> of(String text) {
        try {
            URI address = new URI(text.strip());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean isWeb = (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
            return isWeb ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty(); // what it is instead, only the one who asks can say
        }
    }
}
