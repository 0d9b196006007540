package pruefstand.site;

import java.util.List;

/**
 * A review in the list of the newest.
 *
 * @param date when and where
 * @param models what it is about
 * @param beginning its first words
 */
record Teaser(Quote.Dated date, List<Link> models, String beginning) {
}
