package pruefstand.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an entry says about one model.
 *
 * @param origins where it was taken from, the first source first; more than one where it was augmented; never empty
 * @param text what it says
 * @param line the entry's line in the file, from 1
 * @param names every name in the entry's header, this one among them
 */
public record Review(List<Origin> origins, ReviewText text, int line, List<String> names) {

    public Review {
        origins = List.copyOf(origins);
        names = List.copyOf(names);
    }

    /** The text, paragraph by paragraph. */
    public List<String> paragraphs() {
        return text.paragraphs();
    }

    /** The day of the first origin. */
    public Optional<LocalDate> date() {
        return origins.getFirst().date();
    }

    /** The address of the first origin. */
    public Optional<String> url() {
        return origins.getFirst().url();
    }
}
