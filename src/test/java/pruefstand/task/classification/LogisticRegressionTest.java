package pruefstand.task.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    @Test
    void findsTheOptimumOfTwoPoints() {
        // Points ±1, classes 0 and 1: by symmetry no intercept, and the weight w solves w = 2 / (1 + exp(w)).
        LogisticRegression fit = LogisticRegression.fit(List.of(new float[] {-1}, new float[] {1}), new int[] {0, 1}, 2);
        double weight = fit.point()[0];
        assertEquals(2 / (1 + Math.exp(weight)), weight, 1e-8);
        assertEquals(0, fit.point()[1], 1e-8);
        assertEquals(1, fit.classify(new float[] {0.1f}));
        assertEquals(0, fit.classify(new float[] {-0.1f}));
    }

    @Test
    void learnsNothingFromEqualVectorsButHowManyEachClassHas() {
        List<float[]> rows = List.of(new float[] {0}, new float[] {0}, new float[] {0}, new float[] {0});
        LogisticRegression fit = LogisticRegression.fit(rows, new int[] {0, 1, 1, 2}, 3);
        assertEquals(1, fit.classify(new float[] {0}));
        assertEquals(Math.log(2), fit.point()[3] - fit.point()[1], 1e-7, "the intercepts are the logarithms of the shares");
    }

    @Test
    void standsWhereEveryDerivativeIsNearlyZero() {
        SplittableRandom random = new SplittableRandom(5);
        List<float[]> rows = new ArrayList<>();
        IntStream.range(0, 60).forEach(_ -> rows.add(IntStream.range(0, 9).collect(() -> new float[9],
                (row, i) -> row[i] = (float) (random.nextDouble() * 20 - 10), (one, other) -> { })));
        int[] labels = IntStream.range(0, 60).map(i -> i % 4).toArray();
        LogisticLoss loss = new LogisticLoss(rows, labels, 4);
        double[] gradient = new double[loss.size()];

        loss.value(LogisticRegression.fit(rows, labels, 4).point(), gradient);

        assertTrue(IntStream.range(0, gradient.length).allMatch(i -> Math.abs(gradient[i]) < 1e-7));
    }

    @Test
    void tellsTheGradientOfItsOwnValue() {
        List<float[]> rows = List.of(new float[] {1, 2}, new float[] {-1, 0.5f}, new float[] {3, -2});
        for (int classes : new int[] {2, 3}) {
            LogisticLoss loss = new LogisticLoss(rows, new int[] {0, 1, classes - 1}, classes);
            double[] point = IntStream.range(0, loss.size()).mapToDouble(i -> 0.3 * i - 0.5).toArray();
            double[] gradient = new double[point.length];
            loss.value(point, gradient);
            for (int i = 0; i < point.length; i++) {
                double step = 1e-6;
                double[] ahead = point.clone();
                ahead[i] += step;
                double[] behind = point.clone();
                behind[i] -= step;
                double slope = (loss.value(ahead, new double[point.length]) - loss.value(behind, new double[point.length])) / (2 * step);
                assertEquals(slope, gradient[i], 1e-6, classes + " classes, component " + i);
            }
        }
    }
}
