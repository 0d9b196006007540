package pruefstand.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalsTest {

    private static final Random RANDOM = new Random(20261126);

    @Test
    void roundsAsExactArithmeticDoes() {
        for (int i = 0; i < 20_000; i++) {
            double value = value(i);
            int decimals = RANDOM.nextInt(-4, 8);
            for (RoundingMode mode : List.of(RoundingMode.HALF_UP, RoundingMode.FLOOR, RoundingMode.CEILING)) {
                assertEquals(new BigDecimal(value).setScale(decimals, mode).unscaledValue().longValueExact(), Decimals.units(value, decimals, mode),
                        () -> value + " to " + decimals + " " + mode);
            }
        }
    }

    @Test
    void findsTheFirstDigitAsExactArithmeticDoes() {
        for (int i = 0; i < 20_000; i++) {
            double value = Math.abs(value(i));
            if (value > 0) {
                BigDecimal two = new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_UP));
                assertEquals(two.precision() - two.scale() - 1, Decimals.exponent(value, 2), () -> Double.toString(value));
            }
        }
    }

    @Test
    void writesAsIcuDoes() {
        for (ULocale locale : List.of(ULocale.GERMANY, ULocale.UK)) {
            Decimals decimals = Decimals.in(locale);
            for (int i = 0; i < 2_000; i++) {
                int places = i % 5;
                LocalizedNumberFormatter icu = NumberFormatter.withLocale(locale).precision(Precision.fixedFraction(places));
                long units = RANDOM.nextLong(-1_000_000_000L, 1_000_000_000L) >> RANDOM.nextInt(30);
                assertEquals(icu.format(BigDecimal.valueOf(units, places)).toString(), decimals.written(units, places));
            }
        }
    }

    @Test
    void tensAndHundredsKeepTheirZeros() {
        assertEquals("12.300", Decimals.in(ULocale.GERMANY).written(123, -2));
        assertEquals("0", Decimals.in(ULocale.GERMANY).written(0, -2));
        assertEquals("-9,223,372,036,854,775,808", Decimals.in(ULocale.UK).written(Long.MIN_VALUE, 0));
    }

    /** Every third lies on a boundary, or as near to one as a double can. */
    private static double value(int i) {
        double size = Math.pow(10, RANDOM.nextInt(-4, 6));
        double value = RANDOM.nextGaussian() * size;
        return switch (i % 6) {
            case 0 -> Math.rint(value * 1000) / 1000;
            case 1 -> Math.nextUp((Math.rint(value) + 0.5) / 100);
            default -> value;
        };
    }
}
