package pruefstand.record;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.task.DataException;
import pruefstand.task.KeptItems;

/**
 * The per-item scores beside a record: JSON Lines, compressed with gzip, one object an item. Written and read a line at a time.
 *
 * @param path where they lie, whether or not there are any
 */
public record ItemFile(Path path) implements KeptItems {

    static final String ENDING = ".items.jsonl.gz";

    /** More than any evaluation keeps; a small file can unpack to more than a machine holds. */
    private static final long MOST_BYTES = 2L << 30;

    /** Those of a record. */
    public static ItemFile of(StoredRecord record) {
        return new ItemFile(RecordStore.itemsOf(record.file()));
    }

    public boolean exists() {
        return Files.isRegularFile(path);
    }

    static void write(Path file, List<?> items) throws IOException {
        WholeFile.write(file, out -> {
            GZIPOutputStream packed = new GZIPOutputStream(out);
            for (Object item : items) {
                packed.write((Json.write(item) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            packed.finish();
        });
    }

    @Override
    public <T> List<T> read(Class<T> type) {
        String name = path.getFileName().toString();
        try (InputStream in = new Bounded(new GZIPInputStream(Files.newInputStream(path)), MOST_BYTES);
                Stream<T> lines = Json.lines(in, name, type)) {
            return lines.toList();
        } catch (JsonException e) {
            throw new DataException(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw unreadable(name, e.getCause());
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static DataException unreadable(String name, IOException e) {
        String why = switch (e) {
            case EOFException _ -> "is cut off";
            case ZipException _ -> "is not packed with gzip, or damaged";
            default -> "cannot be read: " + e.getMessage();
        };
        return new DataException(name + ": " + why, e);
    }

    /** A stream that ends with an error where it goes on for too long. */
    private static final class Bounded extends InputStream {

        private final InputStream in;
        private long left;

        Bounded(InputStream in, long most) {
            this.in = in;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new IOException("more than " + MOST_BYTES + " bytes");
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
