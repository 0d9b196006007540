package pruefstand.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A model that an entry speaks of, with where and when that was said.
 *
 * @param name percent-decoded; as it stands in the file where the source is faulty
 * @param date {@code YYYY-MM-DD}, or the placeholder of a documentation entry
 * @param url absolute http or https, or the placeholder of a documentation entry
 * @param errors what is wrong with this source; empty for a sound one
 */
public record ReviewSource(String name, Optional<String> date, Optional<String> url, List<Code> errors) {

    public ReviewSource {
        errors = List.copyOf(errors);
    }

    /** The date as a day; empty for a placeholder too. */
    public Optional<LocalDate> day() {
        return date.flatMap(DateSegment::day);
    }
}
