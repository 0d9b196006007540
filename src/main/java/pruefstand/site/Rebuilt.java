package pruefstand.site;

/**
 * A build, and what the next one may go on from.
 *
 * @param report what was done
 * @param reviews of the site as it stands now
 */
public record Rebuilt(SiteReport report, ReviewHashes reviews) {
}
