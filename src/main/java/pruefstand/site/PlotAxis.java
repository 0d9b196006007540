package pruefstand.site;

import java.util.function.DoubleFunction;
import pruefstand.site.chart.Scale;
import pruefstand.text.Formats;

/**
 * An axis in the words of a page.
 *
 * @param name what it shows, with its unit and direction
 * @param unit what follows a value; empty text where the value says it
 * @param scale how values lie on it
 * @param text writes a value in full
 */
record PlotAxis(String name, String unit, Scale scale, DoubleFunction<String> text) {

    private static final int DIGITS = 3;

    /** Equal distances are equal differences. */
    static PlotAxis linear(String name, String unit, Formats formats) {
        return new PlotAxis(name, unit, new Scale(false, (value, step) -> formats.decimals(value, decimals(step))), digits(formats));
    }

    /** Equal distances are equal ratios. */
    static PlotAxis logarithmic(String name, String unit, Formats formats) {
        return new PlotAxis(name, unit, new Scale(true, (value, _) -> formats.atMost(value, Math.max(0, DIGITS - 1 - exponent(value)))),
                digits(formats));
    }

    /** The same, with texts of its own for values and ticks. */
    static PlotAxis logarithmic(String name, DoubleFunction<String> tick, DoubleFunction<String> text) {
        return new PlotAxis(name, "", new Scale(true, (value, _) -> tick.apply(value)), text);
    }

    /** A value of the axis as a part of a sentence. */
    String inWords(String value) {
        return unit.isEmpty() ? value : value + "\u00a0" + unit;
    }

    private static DoubleFunction<String> digits(Formats formats) {
        return value -> formats.number(value, DIGITS);
    }

    private static int decimals(double step) {
        return Math.max(0, -exponent(step));
    }

    private static int exponent(double value) {
        return (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9);
    }
}
