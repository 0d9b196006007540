package pruefstand.task.classification;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import pruefstand.engine.Rounds;
import pruefstand.task.clustering.ClusteringSpeed;

/** How long logistic regression and k-means take over 10,000 vectors of ten classes, which are also written for others to read. */
public final class LearningSpeed {

    private static final int ROWS = 10_000;
    private static final int WIDTH = 384;
    private static final int CLASSES = 10;
    private static final double APART = 0.16;

    private LearningSpeed() {
    }

    /** Usage: LearningSpeed FILE ROUNDS. */
    public static void main(String[] arguments) throws IOException {
        List<float[]> vectors = vectors();
        write(vectors, Path.of(arguments[0]));
        int rounds = Integer.parseInt(arguments[1]);
        int[] labels = IntStream.range(0, ROWS).map(row -> row % CLASSES).toArray();
        Rounds.time("logistic regression, to the end", rounds, () -> {
            LogisticRegression fit = LogisticRegression.fit(vectors, labels, CLASSES);
            LogisticLoss loss = new LogisticLoss(vectors, labels, CLASSES);
            return "objective %.9f".formatted(loss.value(fit.point(), new double[loss.size()]));
        });
        Rounds.time("mini-batch k-means", rounds, () -> "inertia %.3f".formatted(ClusteringSpeed.inertia(vectors, CLASSES)));
    }

    private static List<float[]> vectors() {
        Random random = new Random(3);
        List<double[]> centres = IntStream.range(0, CLASSES).mapToObj(_ -> normal(random)).toList();
        return IntStream.range(0, ROWS).mapToObj(row -> {
            double[] vector = normal(random);
            Arrays.setAll(vector, i -> vector[i] + APART * centres.get(row % CLASSES)[i]);
            double length = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
            float[] unit = new float[WIDTH];
            IntStream.range(0, WIDTH).forEach(i -> unit[i] = (float) (vector[i] / length));
            return unit;
        }).toList();
    }

    private static double[] normal(Random random) {
        return IntStream.range(0, WIDTH).mapToDouble(_ -> random.nextGaussian()).toArray();
    }

    private static void write(List<float[]> vectors, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(ROWS * WIDTH * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        vectors.forEach(vector -> {
            for (float component : vector) {
                bytes.putFloat(component);
            }
        });
        Files.write(file, bytes.array());
    }
}
