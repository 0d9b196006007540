package pruefstand.metric;

/**
 * How far one model lies above another on the same blocks of data, in the unit of the metric. Field names are those of
 * {@code compare --json}.
 *
 * @param value the difference
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param stderr its standard error
 * @param p how likely a difference this large is where there is none, 0 … 1; for this comparison alone
 * @param n how many blocks were paired
 */
public record Difference(double value, double low, double high, double stderr, double p, int n) {

    /** Largest p value, corrected for all comparisons of a family, that counts as a real difference. */
    public static final double SIGNIFICANCE = 1 - Interval.LEVEL;

    /**
     * Whether it is told apart from none: neither its p value nor its interval leaves room for that.
     *
     * @param corrected its p value after the correction for all comparisons that were made
     */
    public boolean isReal(double corrected) {
        return corrected <= SIGNIFICANCE && (low > 0 || high < 0);
    }
}
