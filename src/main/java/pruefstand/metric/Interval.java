package pruefstand.metric;

import java.util.OptionalDouble;

/**
 * How far a number can be trusted.
 *
 * @param low lower end of the 95 % interval; empty where there is none
 * @param high upper end; empty where there is none
 * @param stderr standard error; empty where not defined
 * @param method how the interval was made, or why there is none
 */
public record Interval(OptionalDouble low, OptionalDouble high, OptionalDouble stderr, String method) {

    /** How likely an interval holds the true value. */
    public static final double LEVEL = 0.95;

    /** No interval. */
    public static Interval none(String reason) {
        return new Interval(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), "none: " + reason);
    }

    /** The same interval beside a standard error that a formula gives. */
    public Interval withStderr(OptionalDouble exact) {
        return new Interval(low, high, exact, method);
    }
}
