package pruefstand.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses that people write into settings. */
public final class HttpAddress {

    private static final int LAST_PORT = 65_535;

    private HttpAddress() {
    }

    /** The address, if it is absolute, names a host and no port that there cannot be, and is one of http or https. */
    public static Optional<URI> of(String text) {
        try {
            URI address = new URI(text.strip());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean isWeb = (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null && address.getPort() <= LAST_PORT;
            return isWeb ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty(); // what it is instead, only the one who asks can say
        }
    }

    /** The same, if places can be named below it: what follows a question mark or a hash sign is no place. */
    public static Optional<URI> base(String text) {
        return of(text).filter(address -> address.getRawQuery() == null && address.getRawFragment() == null);
    }
}
