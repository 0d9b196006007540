package pruefstand.engine.onnx;

import java.lang.foreign.MemorySegment;

/**
 * What a graph gave for a batch.
 *
 * @param values all numbers, the last dimension fastest
 * @param shape rows of the batch first
 */
record Output(float[] values, long[] shape) {

    /** Numbers in the last dimension. */
    int width() {
        return (int) shape[shape.length - 1];
    }

    /** Where the numbers of a row begin. */
    int start(int row) {
        return start(row, 0);
    }

    /** Where the numbers of a token of a row begin. */
    int start(int row, int token) {
        int tokens = shape.length == 3 ? (int) shape[1] : 1;
        return Math.multiplyExact(Math.addExact(Math.multiplyExact(row, tokens), token), width());
    }

    /** The numbers of a token of a row. */
    MemorySegment of(int row, int token) {
        return MemorySegment.ofArray(values).asSlice((long) start(row, token) * Float.BYTES, (long) width() * Float.BYTES);
    }
}
