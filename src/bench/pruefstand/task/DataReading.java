package pruefstand.task;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads a corpus in each format, in turns, beside a plain loop of Jackson over its lines. */
public final class DataReading {

    private static final int ROUNDS = 2;

    private DataReading() {
    }

    /**
     * A document, as the kind retrieval reads it.
     *
     * @param _id of it
     * @param title of it
     * @param text of it
     */
    public record Document(String _id, String title, String text) {
    }

    /** Usage: DataReading FOLDER ROWS. */
    public static void main(String[] arguments) throws IOException, SQLException {
        int rows = Integer.parseInt(arguments[1]);
        Path lines = Path.of(arguments[0]).resolve("corpus-" + rows + ".jsonl");
        write(lines, rows);
        List<Path> files = List.of(lines, converted(lines, ".csv", "FORMAT csv"), converted(lines, ".parquet", "FORMAT parquet"));
        for (int round = 1; round <= ROUNDS; round++) {
            double plain = measured("plain loop", lines, rows, () -> plain(lines));
            for (Path file : files) {
                double own = measured("read", file, rows,
                        () -> DataSet.of(new DataFile(file.getFileName().toString(), file)).readItems(Document.class));
                System.out.printf("    %.2f times the plain loop%n", own / plain);
            }
        }
    }

    private static double measured(String what, Path file, int rows, Supplier<List<?>> reader) throws IOException {
        System.gc();
        long before = used();
        long start = System.nanoTime();
        List<?> items = reader.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.gc();
        System.out.printf("%-11s %-26s %8.0f rows/s, %5.2f s, %4d MB of file, %4d MB kept%n", what, file.getFileName(), rows / seconds,
                seconds, Files.size(file) >> 20, (used() - before) >> 20);
        if (items.size() != rows) {
            throw new IllegalStateException(items.size() + " rows");
        }
        return seconds;
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static List<Document> plain(Path file) {
        ObjectMapper mapper = JsonMapper.builder().build();
        List<Document> documents = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                documents.add(mapper.readValue(line, Document.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    private static void write(Path file, int rows) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Random random = new Random(7);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < rows; i++) {
                StringBuilder text = new StringBuilder();
                for (int word = 0; word < 50; word++) {
                    text.append(Integer.toString(random.nextInt(40_000), 36)).append(' ');
                }
                out.write("{\"_id\": \"" + i + "\", \"title\": \"Nr. " + i + "\", \"text\": \"" + text + "ä\"}\n");
            }
        }
    }

    private static Path converted(Path lines, String ending, String format) throws SQLException {
        Path file = lines.resolveSibling(lines.getFileName().toString().replace(".jsonl", ending));
        if (!Files.exists(file)) {
            try (Connection database = DuckDb.open(new Properties()); Statement statement = database.createStatement()) {
                statement.execute("COPY (SELECT * FROM read_json('" + lines + "')) TO '" + file + "' (" + format + ")");
            }
        }
        return file;
    }
}
