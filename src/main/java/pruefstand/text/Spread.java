package pruefstand.text;

/**
 * A measured value and how far it can be trusted, written for readers.
 *
 * @param value with as many digits as the interval justifies
 * @param interval {@code ± 0,02}, or both ends, {@code (0,85–0,99)}, where the value does not lie in the middle
 */
public record Spread(String value, String interval) {
}
