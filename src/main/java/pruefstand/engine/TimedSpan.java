package pruefstand.engine;

/**
 * How long a repetition took.
 *
 * @param seconds wall time of the timed part
 * @param engineSeconds part of it spent inside the engine's own decode and synchronise calls
 */
public record TimedSpan(double seconds, double engineSeconds) {
}
