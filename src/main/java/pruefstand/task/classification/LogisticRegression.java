package pruefstand.task.classification;

import java.util.List;

/**
 * A linear classifier.
 *
 * @param point weights and intercepts as {@link LogisticLoss} has them
 * @param classes how many there are
 */
record LogisticRegression(double[] point, int classes) {

    // Nearer to the least value than scikit-learn stops (src/bench/vectors.sh prints both): the optimum does not depend on who looks.
    private static final double TOLERANCE = 1e-7;

    /**
     * Learns.
     *
     * @param rows at least one
     * @param labels class of each, below {@code classes}
     */
    static LogisticRegression fit(List<float[]> rows, int[] labels, int classes) {
        return new LogisticRegression(new Lbfgs(new LogisticLoss(rows, labels, classes), TOLERANCE).minimum(), classes);
    }

    /** The likeliest class, of equals the first. */
    int classify(float[] row) {
        if (classes == 2) {
            return LogisticLoss.score(row, point, 0) > 0 ? 1 : 0;
        }
        int best = 0;
        double most = LogisticLoss.score(row, point, 0);
        for (int output = 1; output < classes; output++) {
            double score = LogisticLoss.score(row, point, output);
            if (score > most) {
                most = score;
                best = output;
            }
        }
        return best;
    }
}
