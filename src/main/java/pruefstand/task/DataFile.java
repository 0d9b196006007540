package pruefstand.task;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import pruefstand.json.JsonException;
import pruefstand.json.Row;
import pruefstand.json.Rows;

/**
 * A data file of a task: JSON Lines, a table parted by commas or tabs, Parquet or plain text; packed by gzip or Zstandard, or not.
 *
 * @param name as the task file names it; what messages and records call it, since a path may be private
 * @param path where it lies
 */
public record DataFile(String name, Path path) {

    /** Whether it holds rows, or else a text. */
    boolean holdsRows() {
        return format() != DataFormat.TEXT;
    }

    /**
     * The whole file as text, without a byte order mark.
     *
     * @throws DataException if it is not UTF-8 or cannot be read
     */
    public String readText() {
        try (InputStream in = Unpacking.open(path, name)) {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in.readAllBytes())).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new DataException(name + ": not valid UTF-8", e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Hands on its rows one by one; blank lines are none.
     *
     * @param wanted columns that are needed; others may be left out
     * @throws DataException if a line is no row, with its number, or the file cannot be read
     */
    void read(Set<String> wanted, Consumer<Row> each) {
        try {
            switch (format()) {
                case JSON_LINES -> each(in -> Rows.ofJsonLines(in, name), each);
                case CSV -> each(in -> Rows.ofTable(in, name, ','), each);
                case TSV -> each(in -> Rows.ofTable(in, name, '\t'), each);
                case PARQUET -> new ParquetTable(path, name).read(wanted, new Expansion(name, Files.size(path)), each);
                case TEXT -> throw new DataException(name + ": holds no rows; expected a name that ends in .jsonl, .csv, .tsv or "
                        + ".parquet, with .gz or .zst behind it if it is packed");
            }
        } catch (JsonException e) {
            throw new DataException(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void each(Parser parser, Consumer<Row> each) throws IOException {
        try (InputStream in = Unpacking.open(path, name); Stream<Row> rows = parser.rows(in)) {
            rows.forEach(each);
        }
    }

    private interface Parser {
        Stream<Row> rows(InputStream in);
    }

    private DataFormat format() {
        try {
            return Unpacking.isParquet(path) ? DataFormat.PARQUET : DataFormat.of(name);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private DataException unreadable(IOException e) {
        boolean damaged = e instanceof EOFException || e instanceof ZipException || e.getClass().getSimpleName().startsWith("Zstd");
        return new DataException(name + (damaged ? ": is damaged or cut short: " + e.getMessage() : ": cannot be read"), e);
    }
}
