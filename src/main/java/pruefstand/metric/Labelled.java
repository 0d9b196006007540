package pruefstand.metric;

import java.util.Arrays;

/** What the measures of scored pairs share. */
final class Labelled {

    private Labelled() {
    }

    static void check(double[] scores, boolean[] alike) {
        if (scores.length != alike.length) {
            throw new IllegalArgumentException("as many scores as labels wanted, got " + scores.length + " and " + alike.length);
        }
        if (!Arrays.stream(scores).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a score is not finite");
        }
    }
}
