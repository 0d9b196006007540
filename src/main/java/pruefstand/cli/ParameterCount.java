package pruefstand.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pruefstand.text.Refusal;

/** Numbers of parameters as people write them: {@code 600M}, {@code 8B}, {@code 1.7b}. */
final class ParameterCount {

    private static final Pattern COUNT = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)([kmbt]?)");

    private ParameterCount() {
    }

    /** @throws Refusal if it is no such number, or none above 0 */
    static long of(String text) {
        Matcher count = COUNT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (count.matches()) {
            BigDecimal number = new BigDecimal(count.group(1)).scaleByPowerOfTen(3 * " kmbt".indexOf(count.group(2).isEmpty() ? " " : count.group(2)));
            if (number.compareTo(BigDecimal.ONE) >= 0 && number.compareTo(BigDecimal.TEN.pow(15)) <= 0) {
                return number.longValue();
            }
        }
        throw Refusal.input("cli.forecast.parameters", text);
    }
}
