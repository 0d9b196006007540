package pruefstand.catalogue;

import java.time.LocalDate;
import java.util.Optional;

/** When and where a review was taken from. */
public record Origin(Optional<LocalDate> date, Optional<String> url) {

    static Origin of(ReviewSource source) {
        return new Origin(source.day(), source.url());
    }
}
