package pruefstand.task.classification;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import pruefstand.vector.VectorBlock;

/**
 * What logistic regression makes as small as possible: {@code (Σ -ln p(class | x) + ½ Σ w²) / n}, the intercepts unpunished. Of two
 * classes one has weights and p is the logistic function of its score; of more each has and p is the softmax. Source: scikit-learn's
 * {@code LogisticRegression} with C = 1.
 */
final class LogisticLoss implements Objective {

    private final List<VectorBlock> blocks;
    private final int[] labels;
    private final int dimension;
    private final int outputs;

    LogisticLoss(List<float[]> rows, int[] labels, int classes) {
        this.blocks = VectorBlock.divide(rows);
        this.labels = labels;
        this.dimension = rows.getFirst().length;
        this.outputs = classes == 2 ? 1 : classes;
    }

    /** For each output its weights and then its intercept. */
    @Override
    public int size() {
        return outputs * (dimension + 1);
    }

    /** What a block adds, kept apart so that the sums do not depend on who computes which. */
    private record Part(double loss, double[][] weights, double[] intercepts) {
    }

    @Override
    public double value(double[] point, double[] gradient) {
        double[][] weights = IntStream.range(0, outputs)
                .mapToObj(output -> Arrays.copyOfRange(point, from(output), from(output) + dimension)).toArray(double[][]::new);
        List<Part> parts = IntStream.range(0, blocks.size()).parallel().mapToObj(block -> part(block, weights, point)).toList();
        Arrays.fill(gradient, 0);
        double loss = 0;
        for (Part part : parts) {
            loss += part.loss();
            addGradient(part, gradient);
        }
        return (loss + punish(point, gradient)) / divide(gradient);
    }

    private int from(int output) {
        return output * (dimension + 1);
    }

    private Part part(int number, double[][] weights, double[] point) {
        VectorBlock block = blocks.get(number);
        double[][] scores = block.products(weights);
        double[] ofRow = new double[outputs];
        double loss = 0;
        double[] intercepts = new double[outputs];
        for (int row = 0; row < block.size(); row++) {
            for (int output = 0; output < outputs; output++) {
                ofRow[output] = scores[output][row] + point[from(output) + dimension];
            }
            int label = labels[number * VectorBlock.SIZE + row];
            loss += outputs == 1 ? binary(ofRow, label) : softmax(ofRow, label);
            for (int output = 0; output < outputs; output++) {
                scores[output][row] = ofRow[output];
                intercepts[output] += ofRow[output];
            }
        }
        double[][] sums = new double[outputs][dimension];
        block.addMultiples(scores, sums);
        return new Part(loss, sums, intercepts);
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

    private void addGradient(Part part, double[] gradient) {
        for (int output = 0; output < outputs; output++) {
            int from = from(output);
            for (int i = 0; i < dimension; i++) {
                gradient[from + i] += part.weights()[output][i];
            }
            gradient[from + dimension] += part.intercepts()[output];
        }
    }

    private double punish(double[] point, double[] gradient) {
        double squares = 0;
        for (int output = 0; output < outputs; output++) {
            for (int i = from(output); i < from(output) + dimension; i++) {
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
