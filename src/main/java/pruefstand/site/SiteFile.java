package pruefstand.site;

import java.util.function.Function;

/**
 * A file of the site beside its pages.
 *
 * @param address from the site's root
 * @param content its text, given all files of the site
 */
record SiteFile(String address, Function<SiteFiles, String> content) {
}
