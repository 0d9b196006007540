package pruefstand.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may follow a name as its date, and what people write when they mean one. */
final class DateSegment {

    /** Nobody writes a date longer than this; keeps hostile input away from the patterns. */
    private static final int LONGEST = 40;
    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})(?:[T_].*)?");
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern DIGITS_WITH_SEPARATORS = Pattern.compile("[0-9]+(?:[-.]+[0-9]+)+[-.]*");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
    private static final Pattern YEAR_MONTH_DAY_AS_PATH = Pattern.compile("(?:19|20)[0-9]{2}/[0-9]{1,2}/[0-9]{1,2}(?=/|$)");

    private DateSegment() {
    }

    /** The calendar day that is written exactly as YYYY-MM-DD. */
    static Optional<LocalDate> day(String segment) {
        return segment.length() == 10 ? day(DAY.matcher(segment), 1, 3) : Optional.empty();
    }

    /** Whether it is no date but was plainly meant as one. */
    static boolean isMeantAsDate(String segment) {
        return segment.length() <= LONGEST && (DIGITS_WITH_SEPARATORS.matcher(segment).matches()
                || EIGHT_DIGITS.matcher(segment).matches()
                || YEAR.matcher(segment).matches() || YEAR_FIRST.matcher(segment).matches());
    }

    /** How much of what follows a name is its date segment: up to the next slash, or all three parts of 2025/12/20. */
    static int length(String rest) {
        Matcher path = YEAR_MONTH_DAY_AS_PATH.matcher(rest);
        if (path.lookingAt()) {
            return path.end();
        }
        int slash = rest.indexOf('/');
        return slash < 0 ? rest.length() : slash;
    }

    /** The day that was most likely meant. */
    static Optional<LocalDate> guess(String segment) {
        return day(YEAR_FIRST.matcher(segment), 1, 3)
                .or(() -> day(DAY_FIRST.matcher(segment), 3, 1))
                .or(() -> day(EIGHT_DIGITS.matcher(segment), 1, 3));
    }

    /** The date whose first digit went astray to the end of the name before it. */
    static Optional<LocalDate> shifted(String name, String segment) {
        return name.isEmpty() ? Optional.empty() : day(name.charAt(name.length() - 1) + segment);
    }

    private static Optional<LocalDate> day(Matcher matcher, int year, int day) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(matcher.group(year)), Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(day))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
