package pruefstand.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How the site of a workspace is built.
 *
 * @param out folder that it is written to
 * @param baseUrl address it will be reached at
 * @param imprint address of the imprint
 * @param privacy address of the privacy notice
 * @param publish how much of a review is shown: full, excerpt or link, by the host of its source; {@code ""} is for all others
 */
public record WorkspaceSite(Path out, Optional<URI> baseUrl, Optional<URI> imprint, Optional<URI> privacy,
        Map<String, String> publish) {
}
