package pruefstand.site;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A build, and what the next one may go on from.
 *
 * @param report what was done
 * @param models what the site knows of its models as it stands now
 * @param halves tells what was kept of its pages from what was kept of others; empty where nothing was
 * @param index the same of its search
 * @param touched files that were written or removed, where the build went on from one before; empty: it may be any
 */
public record Rebuilt(SiteReport report, KnownModels models, OptionalLong halves, OptionalLong index, Optional<Set<Path>> touched) {
}
