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
 * @param served whether the pages come from {@code serve}: they then lead to its own pages, and leave their policy to its headers
 */
public record SiteOptions(Path home, Path out, LocalizedText title, Optional<URI> baseUrl, Optional<URI> imprint,
        Optional<URI> privacy, Publishing publishing, boolean demonstration, String version, boolean served) {

    /** For a site that stands by itself. */
    public SiteOptions(Path home, Path out, LocalizedText title, Optional<URI> baseUrl, Optional<URI> imprint,
            Optional<URI> privacy, Publishing publishing, boolean demonstration, String version) {
        this(home, out, title, baseUrl, imprint, privacy, publishing, demonstration, version, false);
    }

    /** The same for pages that come from {@code serve}, which stand nowhere else. */
    public SiteOptions asServed() {
        return new SiteOptions(home, out, title, Optional.empty(), imprint, privacy, publishing, demonstration, version, true);
    }
}
