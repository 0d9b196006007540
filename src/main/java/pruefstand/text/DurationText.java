package pruefstand.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as settings write them: {@code 90s}, {@code 30m}, {@code 1h30m}, {@code 90d}. */
public final class DurationText {

    private static final Pattern PARTS = Pattern.compile("(?:(\\d{1,6})D)?(.*)");

    private DurationText() {
    }

    /** The time that a text means; empty where it means none above zero. */
    public static Optional<Duration> read(String text) {
        Matcher parts = PARTS.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Duration days = Duration.ofDays(parts.group(1) == null ? 0 : Long.parseLong(parts.group(1)));
            return Optional.of(parts.group(2).isEmpty() ? days : days.plus(Duration.parse("PT" + parts.group(2))))
                    .filter(Duration::isPositive);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
