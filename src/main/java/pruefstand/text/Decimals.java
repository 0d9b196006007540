package pruefstand.text;

import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Rounds numbers and writes them with the separators of a language. A site writes millions of them; where the arithmetic of doubles
 * leaves no doubt on which side of a boundary a number lies it decides, and exact arithmetic only where it does.
 *
 * @param point between whole and part
 * @param group between groups of three digits
 */
record Decimals(String point, String group) {

    private static final int MOST_DIGITS = 15;
    private static final double LARGEST = 1e15;
    /** A product or quotient of two doubles, one of them exact, is off by half of 2⁻⁵² of itself at most. */
    private static final double DOUBT = 0x1p-51;

    static Decimals in(ULocale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        return new Decimals(symbols.getDecimalSeparatorString(), symbols.getGroupingSeparatorString());
    }

    /** Whether a number with so many decimals is one that this can write. */
    static boolean covers(double value, int decimals) {
        return Math.abs(decimals) <= MOST_DIGITS && Math.abs(scaled(value, decimals)) < LARGEST && Math.abs(value) < LARGEST;
    }

    /** How many units of the last decimal a number has; of tens, hundreds … where the count of decimals is negative. */
    static long units(double value, int decimals, RoundingMode mode) {
        double scaled = scaled(value, decimals);
        double down = Math.floor(scaled);
        double part = scaled - down;
        double doubt = Math.abs(scaled) * DOUBT;
        boolean isClear = part > doubt && part < 1 - doubt && Math.abs(part - 0.5) > doubt;
        return isClear ? (long) down + switch (mode) {
            case FLOOR -> 0;
            case CEILING -> 1;
            case HALF_UP -> part > 0.5 ? 1 : 0;
            case UP, DOWN, HALF_DOWN, HALF_EVEN, UNNECESSARY -> throw new IllegalArgumentException("nothing is rounded " + mode);
        } : new BigDecimal(value).setScale(decimals, mode).unscaledValue().longValueExact();
    }

    /** The place of the first digit of a positive number that is rounded to so many digits: 0 for ones, 1 for tens, −1 for tenths. */
    static int exponent(double value, int digits) {
        int guess = (int) Math.floor(Math.log10(value));
        if (!covers(value, digits - 1 - guess)) {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
            return rounded.precision() - rounded.scale() - 1;
        }
        long units = units(value, digits - 1 - guess, RoundingMode.HALF_UP);
        return units >= power(digits) ? guess + 1 : units < power(digits - 1) ? guess - 1 : guess;
    }

    private static double scaled(double value, int decimals) {
        return decimals >= 0 ? value * power(decimals) : value / power(-decimals);
    }

    private static double power(int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    /** Units of the last decimal as a number with all its decimals. */
    String written(long units, int decimals) {
        StringBuilder text = new StringBuilder(Long.toString(units));
        if (units < 0) {
            text.deleteCharAt(0);
        }
        if (units != 0) {
            text.repeat('0', Math.max(0, -decimals));
        }
        int after = Math.max(0, decimals);
        while (text.length() <= after) {
            text.insert(0, '0');
        }
        int whole = text.length() - after;
        if (after > 0) {
            text.insert(whole, point);
        }
        for (int at = whole - 3; at > 0; at -= 3) {
            text.insert(at, group);
        }
        return units < 0 ? text.insert(0, '-').toString() : text.toString();
    }
}
