package pruefstand.metric;

import java.util.Arrays;

/**
 * Which share of the variance of a series' noise is another when it is measured again at once: 0, the same number comes twice however
 * far it is off, as on a machine that is hot that night; 1, another night would differ no more. It is learnt from how far pairs of
 * repetitions lie apart, over all series of a machine.
 *
 * @param least the share is hardly below this
 * @param most the share is hardly above this
 */
record Renewal(double least, double most) {

    /** Nothing is known yet. */
    static final Renewal UNKNOWN = new Renewal(0, 1);
    private static final int FEWEST = 10;

    Renewal {
        if (!(least >= 0 && least <= most && most <= 1)) {
            throw new IllegalArgumentException("shares are between 0 and 1, got " + least + " and " + most);
        }
    }

    /**
     * Learnt from all that was repeated; both ends are one standard error, √(2/n) of the estimate, from it.
     *
     * @param apart differences of two repetitions, each divided by √2 and by its series' standard deviation; fewer than 10: unknown
     */
    static Renewal of(double[] apart) {
        if (apart.length < FEWEST) {
            return UNKNOWN;
        }
        double[] known = Arrays.stream(Baseline.of(apart).centred()).filter(value -> !Double.isNaN(value)).toArray();
        double squares = Arrays.stream(known).map(value -> value * value).sum();
        double share = squares / known.length;
        double error = Math.sqrt(2.0 / apart.length);
        return new Renewal(Math.clamp(share * (1 - error), 0, 1), Math.clamp(share * (1 + error), 0, 1));
    }
}
