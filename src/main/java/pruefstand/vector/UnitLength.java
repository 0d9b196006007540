package pruefstand.vector;

/** Scales vectors to length 1; the zero vector stays what it is. */
public final class UnitLength {

    private UnitLength() {
    }

    /** In place. */
    public static void scale(float[] vector) {
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; length > 0 && i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
    }
}
