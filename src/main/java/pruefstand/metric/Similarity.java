package pruefstand.metric;

import java.util.Locale;

/**
 * How alike two vectors are; higher is more alike. Computed in double precision in the order of the components and rounded to
 * float, as MTEB ranks float32 scores: what differs only by rounding is a tie.
 */
public enum Similarity {

    /** {@code x·y / (|x|·|y|)}, -1 … 1; 0 where a vector is zero. */
    COSINE {
        @Override
        double exact(float[] x, float[] y) {
            double dot = 0;
            double squaresX = 0;
            double squaresY = 0;
            for (int i = 0; i < x.length; i++) {
                dot += (double) x[i] * y[i];
                squaresX += (double) x[i] * x[i];
                squaresY += (double) y[i] * y[i];
            }
            return squaresX == 0 || squaresY == 0 ? 0 : dot / Math.sqrt(squaresX * squaresY);
        }
    },

    /** {@code x·y}, -∞ … ∞. */
    DOT {
        @Override
        double exact(float[] x, float[] y) {
            double dot = 0;
            for (int i = 0; i < x.length; i++) {
                dot += (double) x[i] * y[i];
            }
            return dot;
        }
    },

    /** {@code -Σ|x-y|}, -∞ … 0. */
    MANHATTAN {
        @Override
        double exact(float[] x, float[] y) {
            double distance = 0;
            for (int i = 0; i < x.length; i++) {
                distance += Math.abs((double) x[i] - y[i]);
            }
            return -distance;
        }
    },

    /** {@code -sqrt(Σ(x-y)²)}, -∞ … 0. */
    EUCLIDEAN {
        @Override
        double exact(float[] x, float[] y) {
            double squares = 0;
            for (int i = 0; i < x.length; i++) {
                double difference = (double) x[i] - y[i];
                squares += difference * difference;
            }
            return -Math.sqrt(squares);
        }
    };

    abstract double exact(float[] x, float[] y);

    /**
     * How alike two vectors are, as float.
     *
     * @throws IllegalArgumentException if the vectors differ in length
     */
    public float of(float[] x, float[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("vectors of one length wanted, got " + x.length + " and " + y.length);
        }
        return (float) (exact(x, y) + 0.0);
    }

    /** As metric ids spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
