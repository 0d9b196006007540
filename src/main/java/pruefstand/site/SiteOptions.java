package pruefstand.site;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import pruefstand.text.LocalizedText;

/**
 * How the site is to be built.
 *
 * @param home folder that holds {@code site/} with templates, assets and messages
 * @param out folder for the pages
 * @param title name of the site
 * @param baseUrl address under which the site will stand; without one there are no canonical links
 * @param imprint address of the imprint
 * @param privacy address of the privacy statement
 * @param publishing how much of a review may be shown
 * @param demonstration whether every page says that it is one
 * @param version version of the program, for the foot of each page
 */
public record SiteOptions(Path home, Path out, LocalizedText title, Optional<URI> baseUrl, Optional<URI> imprint,
        Optional<URI> privacy, Publishing publishing, boolean demonstration, String version) {
}
