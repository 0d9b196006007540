package pruefstand.site;

import java.nio.file.Path;

/**
 * What a build did.
 *
 * @param start the page to open
 * @param pages pages of the site, without records and assets
 * @param written files that were new or had changed
 * @param unchanged files that were left as they were
 * @param removed files of an earlier build that no longer belong
 */
public record SiteReport(Path start, int pages, int written, int unchanged, int removed) {
}
