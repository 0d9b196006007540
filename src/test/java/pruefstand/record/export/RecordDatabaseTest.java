package pruefstand.record.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.metric.Estimate;
import pruefstand.record.Recorded;
import pruefstand.record.RunRecord;
import pruefstand.task.TaskKind;

class RecordDatabaseTest {

    @TempDir
    private Path folder;

    private static RunRecord record() {
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        metrics.put("cosine_spearman", new Estimate(0.5, OptionalDouble.of(0.25), OptionalDouble.of(0.75), OptionalDouble.empty(), 200,
                "how", true, Optional.empty()));
        metrics.put("cosine_pearson", new Estimate(-0.5, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 200,
                "how", true, Optional.empty()));
        return new Recorded("It's \"M\"", "q", "sts-de", "run").record(TaskKind.STS, metrics);
    }

    private static SqlResult query(String sql) {
        try (RecordDatabase database = RecordDatabase.of(List.of(record()))) {
            return database.query(sql);
        }
    }

    private static SqlException refused(String sql) {
        return assertThrows(SqlException.class, () -> query(sql));
    }

    @Test
    void answersOverRecordsAndMetrics() {
        assertEquals(List.of(List.of(Optional.of("It's \"M\""), Optional.of(0.5), Optional.of(16.0))),
                query("SELECT model, main_value, bits_per_weight FROM records").rows());
        SqlResult metrics = query("SELECT metric, main, value, low FROM metrics ORDER BY value");
        assertEquals(List.of("metric", "main", "value", "low"), metrics.columns());
        assertEquals(List.of(Optional.of("cosine_pearson"), Optional.of(false), Optional.of(-0.5), Optional.empty()),
                metrics.rows().getFirst());
    }

    @Test
    void everyColumnCanBeRead() {
        assertEquals(RecordTables.RECORDS.size(), query("SELECT * FROM records").columns().size());
        assertEquals(RecordTables.METRICS.size(), query("SELECT * FROM metrics").columns().size());
        assertEquals(0, query("SELECT * FROM records WHERE false").rows().size());
    }

    @Test
    void saysWhereAMistakeIs() {
        SqlException mistyped = refused("SELECT model,\n  wrong FROM records");
        assertEquals(2, mistyped.line());
        assertEquals(3, mistyped.column());
        assertTrue(mistyped.what().contains("\"wrong\" not found"), mistyped.what());
        SqlException syntax = refused("SELECT 'ä', model FRM records WHERE x");
        assertEquals(1, syntax.line());
        assertTrue(syntax.column() > 12, () -> syntax.column() + " " + syntax.what());
        assertFalse(syntax.what().contains("LINE"), syntax.what());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP TABLE records", "DELETE FROM records", "CREATE TABLE t AS SELECT 1", "SET lock_configuration = false",
            "ATTACH 'x.db'", "INSTALL httpfs", "PRAGMA database_list", "COPY records TO 'out.csv'", "EXPORT DATABASE 'out'",
            "SELECT 1; DROP TABLE records", "SELECT 1; SELECT 2", "", "-- nothing"})
    void onlyOneSelectIsTaken(String sql) {
        assertTrue(refused(sql).what().startsWith("expected is"), refused(sql).what());
    }

    @Test
    void noFileCanBeReached() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
        for (String sql : List.of("SELECT * FROM read_csv('%s')", "SELECT * FROM '%s'", "SELECT content FROM read_text('%s')",
                "SELECT * FROM glob('%s')", "SELECT * FROM read_blob('%s')")) {
            SqlException refused = refused(sql.formatted(secret));
            assertTrue(refused.what().contains("disabled by configuration"), sql + ": " + refused.what());
        }
    }

    @Test
    void aParquetFileHoldsEveryMetric() throws Exception {
        Path file = folder.resolve("it's.parquet");
        try (RecordDatabase database = RecordDatabase.of(List.of(record()))) {
            database.writeParquet(file);
        }
        try (var connection = DriverManager.getConnection("jdbc:duckdb:"); var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT model, value FROM '" + file.toString().replace("'", "''") + "' ORDER BY value")) {
            found.next();
            assertEquals("It's \"M\"", found.getString(1));
            assertEquals(-0.5, found.getDouble(2));
            assertTrue(found.next());
            assertFalse(found.next());
        }
    }
}
