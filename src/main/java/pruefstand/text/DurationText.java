package pruefstand.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Times as settings write them: {@code 90s}, {@code 30m}, {@code 1h30m}. */
public final class DurationText {

    private DurationText() {
    }

    /** The time that a text means; empty where it means none above zero. */
    public static Optional<Duration> read(String text) {
        try {
            return Optional.of(Duration.parse("PT" + text.strip().toUpperCase(Locale.ROOT))).filter(Duration::isPositive);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
