package pruefstand.task.classification;

import java.util.Arrays;
import java.util.List;

/**
 * What logistic regression makes as small as possible: {@code (Σ -ln p(class | x) + ½ Σ w²) / n}, the intercepts unpunished. Of two
 * classes one has weights and p is the logistic function of its score; of more each has and p is the softmax. Source: scikit-learn's
 * {@code LogisticRegression} with C = 1.
 */
final class LogisticLoss implements Objective {

    private final List<float[]> rows;
    private final int[] labels;
    private final int dimension;
    private final int outputs;

    LogisticLoss(List<float[]> rows, int[] labels, int classes) {
        this.rows = rows;
        this.labels = labels;
        this.dimension = rows.getFirst().length;
        this.outputs = classes == 2 ? 1 : classes;
    }

    /** For each output its weights and then its intercept. */
    @Override
    public int size() {
        return outputs * (dimension + 1);
    }

    @Override
    public double value(double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        double[] scores = new double[outputs];
        double loss = 0;
        for (int row = 0; row < labels.length; row++) {
            scores(rows.get(row), point, scores);
            loss += outputs == 1 ? binary(scores, labels[row]) : softmax(scores, labels[row]);
            addGradient(rows.get(row), scores, gradient);
        }
        return (loss + punish(point, gradient)) / divide(gradient);
    }

    private void scores(float[] row, double[] point, double[] scores) {
        for (int output = 0; output < outputs; output++) {
            scores[output] = score(row, point, output);
        }
    }

    /** The score of an output for a row. */
    static double score(float[] row, double[] point, int output) {
        int from = output * (row.length + 1);
        double sum = point[from + row.length];
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * point[from + i];
        }
        return sum;
    }

    /** The loss of a row; leaves its derivative in place of the score. */
    private static double binary(double[] scores, int label) {
        double score = scores[0];
        double probability = 1 / (1 + Math.exp(-score));
        scores[0] = probability - label;
        double signed = label == 1 ? -score : score;
        return Math.max(0, signed) + Math.log1p(Math.exp(-Math.abs(signed)));
    }

    /** The same for several outputs. */
    private static double softmax(double[] scores, int label) {
        double max = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            max = Math.max(max, score);
        }
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score - max);
        }
        double loss = Math.log(sum) + max - scores[label];
        for (int output = 0; output < scores.length; output++) {
            scores[output] = Math.exp(scores[output] - max) / sum - (output == label ? 1 : 0);
        }
        return loss;
    }

    private void addGradient(float[] row, double[] derivatives, double[] gradient) {
        for (int output = 0; output < outputs; output++) {
            int from = output * (dimension + 1);
            double derivative = derivatives[output];
            for (int i = 0; i < dimension; i++) {
                gradient[from + i] += derivative * row[i];
            }
            gradient[from + dimension] += derivative;
        }
    }

    private double punish(double[] point, double[] gradient) {
        double squares = 0;
        for (int output = 0; output < outputs; output++) {
            for (int i = output * (dimension + 1); i < output * (dimension + 1) + dimension; i++) {
                squares += point[i] * point[i];
                gradient[i] += point[i];
            }
        }
        return squares / 2;
    }

    /** Divides the gradient by the number of rows, which it returns. */
    private int divide(double[] gradient) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] /= labels.length;
        }
        return labels.length;
    }
}
