package pruefstand.task;

/**
 * The range of gold scores.
 *
 * @param min the score of no similarity
 * @param max the score of the same meaning
 */
public record Scale(double min, double max) {

    public Scale {
        if (!(min < max)) {
            throw new IllegalArgumentException("scale: min must be below max, got " + min + " and " + max);
        }
    }

    /** Whether a score lies in it, ends included. */
    public boolean holds(double score) {
        return min <= score && score <= max;
    }
}
