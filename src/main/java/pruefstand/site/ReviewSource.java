package pruefstand.site;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where and when something was written about a model.
 *
 * @param date day of the review, where the entry names one
 * @param url address of the review as it stands in the entry; shown as a link only when it is http or https
 */
public record ReviewSource(Optional<LocalDate> date, Optional<String> url) {
}
