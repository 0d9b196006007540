package pruefstand.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Vectors of some texts in a file of a {@link VectorStore}; each is read when it is asked for, so that a million of them need no
 * memory. Several threads may ask at once.
 *
 * @param channel of the file; to be closed with this
 * @param places where the record of each text begins
 */
record StoredVectors(FileChannel channel, long[] places) implements Closeable {

    static final int HASH_BYTES = 16;
    static final int HEAD_BYTES = HASH_BYTES + Integer.BYTES;

    /** The vector of a text, by its number from 0. */
    float[] of(int text) {
        try {
            ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
            fill(channel, length, places[text] + HASH_BYTES);
            float[] vector = new float[length.getInt()];
            ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
            fill(channel, bytes, places[text] + HEAD_BYTES);
            bytes.asFloatBuffer().get(vector);
            return vector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills the bytes from a place of the file on; says no where the file ends before. */
    static boolean fill(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
        bytes.clear();
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                return false;
            }
        }
        bytes.flip();
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
