package pruefstand.text;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Numbers, sizes, dates and order as readers of one language expect them. Rounds for display only; safe to share. */
public final class Formats {

    private static final String NO_BREAK_SPACE = "\u00a0";
    private static final String MINUS = "\u2212";
    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;
    private static final long GIGA = 1_000_000_000;

    private final ULocale locale;
    private final LocalizedNumberFormatter numbers;
    private final Decimals decimal;
    /** Making a formatter costs a thousand times what using it does; days and languages repeat. */
    private final Map<Integer, LocalizedNumberFormatter> byDecimals = new ConcurrentHashMap<>();
    private final Map<LocalDate, String> written = new ConcurrentHashMap<>();
    private final Map<String, String> languages = new ConcurrentHashMap<>();
    private final LocalizedNumberFormatter counts;
    private final Map<String, DateFormat> dates = new ConcurrentHashMap<>();

    private Formats(ULocale locale) {
        this.locale = locale;
        this.numbers = NumberFormatter.withLocale(locale);
        this.decimal = Decimals.in(locale);
        this.counts = NumberFormatter.withLocale(fieldsOwn(locale)).notation(Notation.compactShort())
                .precision(Precision.maxSignificantDigits(3));
    }

    /** German for any German locale; for every other English with the day before the month. */
    public static Formats in(Locale locale) {
        return new Formats(locale.getLanguage().equals("de") ? ULocale.GERMANY : ULocale.UK);
    }

    /** A whole number, grouped: {@code 2.885.376}. */
    public String integer(long value) {
        return signed(decimal.written(value, 0));
    }

    /** A number rounded to so many significant digits, trailing zeros kept: {@code 0,710}. */
    public String number(double value, int significant) {
        if (value == 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return unbounded(value);
        }
        return decimals(value, significant - 1 - Decimals.exponent(Math.abs(value), significant));
    }

    /** A number with so many decimals; a negative count rounds to tens, hundreds … */
    public String decimals(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return unbounded(value);
        }
        return signed(Decimals.covers(value, decimals) ? decimal.written(Decimals.units(value, decimals, RoundingMode.HALF_UP), decimals)
                : withDecimals(Math.max(0, decimals)).format(rounded(value, decimals, RoundingMode.HALF_UP)).toString());
    }

    /** A number with at most so many decimals, trailing zeros dropped. */
    public String atMost(double value, int decimals) {
        return signed(numbers.precision(Precision.maxFraction(decimals)).format(value).toString());
    }

    /**
     * A value with as many digits as its interval justifies: with {@code ±} where the value lies in the middle and neither shown
     * end lies beyond the interval, else with both ends.
     *
     * @throws IllegalArgumentException if the interval has no width: such a value is exact
     */
    public Spread spread(double value, double low, double high) {
        double half = (high - low) / 2;
        if (!(half > 0)) {
            throw new IllegalArgumentException("an interval has a width, got " + low + " to " + high);
        }
        int decimals = decimalsFor(half);
        String range = isEven(value, low, high, decimals) ? "±" + NO_BREAK_SPACE + decimals(half, decimals)
                : "(" + decimals(low, decimals) + "\u2013" + decimals(high, decimals) + ")";
        return new Spread(decimals(value, decimals), range);
    }

    /** The value is off the middle by half a unit of the last digit at most, and {@code ±} claims no more than the interval. */
    private static boolean isEven(double value, double low, double high, int decimals) {
        double unit = BigDecimal.ONE.scaleByPowerOfTen(-decimals).doubleValue();
        if (Math.abs(value - (low + high) / 2) > 0.5 * unit) {
            return false;
        }
        if (Stream.of(value, low, high, high - low).allMatch(each -> Decimals.covers(each, decimals))) {
            long shown = Decimals.units(value, decimals, RoundingMode.HALF_UP);
            long half = Decimals.units((high - low) / 2, decimals, RoundingMode.HALF_UP);
            return shown - half >= Decimals.units(low, decimals, RoundingMode.FLOOR)
                    && shown + half <= Decimals.units(high, decimals, RoundingMode.CEILING);
        }
        BigDecimal shown = rounded(value, decimals, RoundingMode.HALF_UP);
        BigDecimal half = rounded((high - low) / 2, decimals, RoundingMode.HALF_UP);
        return shown.subtract(half).compareTo(rounded(low, decimals, RoundingMode.FLOOR)) >= 0
                && shown.add(half).compareTo(rounded(high, decimals, RoundingMode.CEILING)) <= 0;
    }

    /** A record from elsewhere may hold a number that is too large for one. */
    private String unbounded(double value) {
        return signed(numbers.format(value).toString());
    }

    private static BigDecimal rounded(double value, int decimals, RoundingMode mode) {
        return new BigDecimal(value).setScale(decimals, mode);
    }

    /** One significant digit of the half width, two where the first is a 1. */
    private static int decimalsFor(double half) {
        int exponent = Decimals.exponent(half, 2);
        long two = Decimals.covers(half, 1 - exponent) ? Decimals.units(half, 1 - exponent, RoundingMode.HALF_UP)
                : rounded(half, 1 - exponent, RoundingMode.HALF_UP).unscaledValue().longValueExact();
        return -exponent + (two / 10 == 1 ? 1 : 0);
    }

    /** A size with one decimal in GB, MB or kB (powers of ten), from a tenth of the unit on: {@code 0,4 GB}. */
    public String bytes(long bytes) {
        long unit = unit(bytes < KILO ? bytes : 10 * bytes);
        return unit == 1 ? integer(bytes) + NO_BREAK_SPACE + "B" : decimals(bytes / (double) unit, 1) + NO_BREAK_SPACE + name(unit);
    }

    /** The same from a whole unit on and without a needless decimal, for the ticks of an axis: {@code 5 MB}. */
    public String roundBytes(long bytes) {
        return atMost(bytes / (double) unit(bytes), 1) + NO_BREAK_SPACE + name(unit(bytes));
    }

    private static long unit(long bytes) {
        return bytes >= GIGA ? GIGA : bytes >= MEGA ? MEGA : bytes >= KILO ? KILO : 1;
    }

    private static String name(long unit) {
        return unit == GIGA ? "GB" : unit == MEGA ? "MB" : unit == KILO ? "kB" : "B";
    }

    /** A count in short: {@code 2,9 Mio.}, {@code 31.6B}. */
    public String count(long value) {
        return counts.format(value).toString();
    }

    /** Parameters are counted in B (billions) by everyone in the field, the British included. */
    private static ULocale fieldsOwn(ULocale locale) {
        return locale.equals(ULocale.UK) ? ULocale.US : locale;
    }

    /** A day as people write it: {@code 19. Dezember 2025}, {@code 19 December 2025}. */
    public String date(LocalDate day) {
        return written.computeIfAbsent(day, _ -> written(day, dates.computeIfAbsent("long", _ -> DateFormat.getDateInstance(DateFormat.LONG, locale))));
    }

    /** A day of a year that is clear from where it stands: {@code 19. Dez.}, {@code 19 Dec}. */
    public String shortDate(LocalDate day) {
        return written(day, dates.computeIfAbsent("short", _ -> DateFormat.getInstanceForSkeleton("dMMM", locale)));
    }

    private static String written(LocalDate day, DateFormat format) {
        DateFormat ownCopy = format.clone();
        ownCopy.setTimeZone(TimeZone.GMT_ZONE);
        return ownCopy.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /** The name of a language, from its BCP 47 tag. */
    public String language(String tag) {
        return languages.computeIfAbsent(tag, _ -> ULocale.forLanguageTag(tag).getDisplayName(locale));
    }

    /** Order for the eye; strings that look alike but differ keep one order. */
    public Comparator<String> order() {
        Collator collator = Collator.getInstance(locale).freeze();
        Comparator<String> byEye = collator::compare;
        return byEye.thenComparing(Comparator.naturalOrder());
    }

    private LocalizedNumberFormatter withDecimals(int decimals) {
        return byDecimals.computeIfAbsent(decimals, count -> numbers.precision(Precision.fixedFraction(count)));
    }

    private static String signed(String number) {
        return number.startsWith("-") ? MINUS + number.substring(1) : number;
    }
}
