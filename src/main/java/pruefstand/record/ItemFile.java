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
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.task.DataException;
import pruefstand.task.KeptItems;
import pruefstand.task.Unpacking;

/**
 * The per-item scores beside a record: JSON Lines, one object an item. They are written with gzip, a line at a time, and read with
 * zstd too.
 *
 * @param path where they lie, whether or not there are any
 */
public record ItemFile(Path path) implements KeptItems {

    static final String ENDING = ".items.jsonl.gz";
    private static final String OTHER_ENDING = ".items.jsonl.zst";

    /** Those of a record. */
    public static ItemFile of(StoredRecord record) {
        Path usual = RecordStore.itemsOf(record.file());
        Path other = usual.resolveSibling(usual.getFileName().toString().replace(ENDING, OTHER_ENDING));
        return new ItemFile(Files.exists(usual) || !Files.exists(other) ? usual : other);
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
        try (InputStream in = Unpacking.open(path, name);
                Stream<T> lines = Json.wholeLines(in, name, type)) {
            List<T> items = lines.toList();
            if (items.isEmpty()) {
                throw new DataException(name + ": holds no items");
            }
            return items;
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
            case ZipException _ -> "is damaged";
            default -> "cannot be read: " + e.getMessage();
        };
        return new DataException(name + ": " + why, e);
    }
}
