package pruefstand.site;

import java.util.List;

/**
 * A review in the list of the newest.
 *
 * @param date when and where
 * @param models what it is about
 * @param beginning its first words
 * @param language of these where that is another than that of the page; else empty text
 */
record Teaser(Quote.Dated date, List<Link> models, String beginning, String language) {
}
