package pruefstand.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * An address that a page may link to.
 *
 * @param href absolute, http or https, ASCII only
 * @param host as readers know it, without {@code www.}
 */
record WebAddress(String href, String host) {

    /** The address, if it is one that is safe to link to; nothing for every other scheme and for what is malformed. */
    static Optional<WebAddress> of(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean isWeb = (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null
                    && uri.getUserInfo() == null;
            return isWeb ? Optional.of(new WebAddress(uri.toASCIIString(), host(uri))) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty(); // shown as text, which says all there is to say
        }
    }

    private static String host(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
