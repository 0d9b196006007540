package pruefstand.task;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Opens files that may be packed; how, their first bytes tell, whatever their name says. */
public final class Unpacking {

    private static final int BUFFER = 1 << 16;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private Unpacking() {
    }

    /** Whether a file begins as Parquet files do. */
    static boolean isParquet(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return begins(in.readNBytes(PARQUET.length), PARQUET);
        }
    }

    /**
     * The unpacked bytes of a file.
     *
     * @param name what messages call it
     * @throws DataException on the way, if more comes out than any text is packed to
     */
    public static InputStream open(Path file, String name) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            in.mark(ZSTD.length);
            byte[] head = in.readNBytes(ZSTD.length);
            in.reset();
            Expansion expansion = new Expansion(name, Files.size(file));
            return begins(head, GZIP) ? new Watched(new GZIPInputStream(in, BUFFER), expansion)
                    : begins(head, ZSTD) ? new Watched(new ZstdInputStream(in), expansion) : in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static boolean begins(byte[] head, byte[] with) {
        return head.length >= with.length && Arrays.equals(head, 0, with.length, with, 0, with.length);
    }

    /** Bytes that are counted as they come out. */
    private static final class Watched extends FilterInputStream {

        private final Expansion expansion;

        Watched(InputStream in, Expansion expansion) {
            super(in);
            this.expansion = expansion;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            expansion.add(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            expansion.add(Math.max(0, count));
            return count;
        }
    }
}
