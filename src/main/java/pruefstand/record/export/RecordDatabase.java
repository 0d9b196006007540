package pruefstand.record.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.record.RunRecord;
import pruefstand.task.DuckDb;

/**
 * Records as the tables {@code records} and {@code metrics} of a database in memory (DuckDB). Questions from outside may read these
 * tables and nothing else: only one SELECT at a time is taken, and no file, network, extension or setting can be reached.
 */
public final class RecordDatabase implements AutoCloseable {

    /** In this order; the last one makes that none of them can be taken back. */
    private static final List<String> LOCKS = List.of("SET temp_directory = ''", "SET memory_limit = '1GB'",
            "SET autoinstall_known_extensions = false", "SET autoload_known_extensions = false", "SET errors_as_json = true",
            "SET enable_external_access = false", "SET lock_configuration = true");

    /** What a person, or a program that reads a pipe, can still make use of; more would fill the memory. */
    private static final int MOST_ROWS = 100_000;

    private final Connection connection;

    private RecordDatabase(Connection connection) {
        this.connection = connection;
    }

    /** Holds some records, in their order. */
    public static RecordDatabase of(List<RunRecord> records) {
        try {
            RecordDatabase database = new RecordDatabase(DuckDb.open(new Properties()));
            database.fill("records", RecordTables.RECORDS, records.stream());
            database.fill("metrics", RecordTables.METRICS, RecordTables.metrics(records));
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException("the database in memory does not work", e);
        }
    }

    private <T> void fill(String table, List<TableColumn<T>> columns, Stream<T> rows) throws SQLException {
        execute("CREATE TABLE " + table + " (" + columns.stream().map(column -> '"' + column.name() + "\" " + column.type())
                .collect(Collectors.joining(", ")) + ")");
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender("main", table)) {
            for (T row : (Iterable<T>) rows::iterator) {
                appender.beginRow();
                for (TableColumn<T> column : columns) {
                    append(appender, column.value().apply(row));
                }
                appender.endRow();
            }
        }
    }

    private static void append(DuckDBAppender appender, Optional<?> value) throws SQLException {
        switch (value.<Object>map(found -> found).orElse(Optional.empty())) {
            case String text -> appender.append(text);
            case Long whole -> appender.append(whole);
            case Double number -> appender.append(number);
            case Boolean flag -> appender.append(flag);
            case LocalDateTime time -> appender.append(time);
            default -> appender.appendNull();
        }
    }

    /** Writes the table {@code metrics} as a Parquet file; to be called before any question. */
    public void writeParquet(Path file) {
        try {
            execute("COPY metrics TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(file + ": " + e.getMessage(), e));
        }
    }

    /**
     * Answers one SELECT.
     *
     * @throws SqlException if it is none, or cannot be answered
     */
    public SqlResult query(String sql) {
        try {
            for (String lock : LOCKS) {
                execute(lock);
            }
            check(sql);
            try (PreparedStatement statement = connection.prepareStatement(sql); ResultSet found = statement.executeQuery()) {
                return read(found);
            }
        } catch (SQLException e) {
            throw complaint(sql, e);
        }
    }

    /** Statements that are no SELECT cannot be written as JSON; that is how they are told apart without reading SQL here. */
    private void check(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT json_serialize_sql(?)")) {
            statement.setString(1, sql);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                Map<?, ?> parsed = Json.read(found.getString(1), "sql", Map.class);
                if (Boolean.TRUE.equals(parsed.get("error"))) {
                    boolean otherKind = "not implemented".equals(parsed.get("error_type"));
                    throw at(sql, otherKind ? "expected is a SELECT; records are only read" : String.valueOf(parsed.get("error_message")),
                            parsed.get("position"), null);
                }
                if (!(parsed.get("statements") instanceof List<?> statements) || statements.size() != 1) {
                    throw at(sql, "expected is one SELECT", null, null);
                }
            }
        }
    }

    private static SqlResult read(ResultSet found) throws SQLException {
        int width = found.getMetaData().getColumnCount();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            columns.add(found.getMetaData().getColumnName(i));
        }
        List<List<Optional<Object>>> rows = new ArrayList<>();
        while (found.next()) {
            if (rows.size() == MOST_ROWS) {
                throw new SqlException("the answer has more than " + MOST_ROWS + " rows; narrow it by WHERE, GROUP BY or LIMIT, or take"
                        + " `export csv` or `export parquet`", 0, 0, null);
            }
            List<Optional<Object>> row = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                row.add(plain(found, i));
            }
            rows.add(Collections.unmodifiableList(row));
        }
        return new SqlResult(columns, rows);
    }

    private static Optional<Object> plain(ResultSet found, int column) throws SQLException {
        Object value = found.getObject(column);
        return Optional.ofNullable(value).map(present -> switch (present) {
            case Double number when !Double.isFinite(number) -> number.toString();
            case Number number -> number;
            case Boolean flag -> flag;
            case byte[] bytes -> Arrays.toString(bytes);
            default -> present.toString();
        });
    }

    private static SqlException complaint(String sql, SQLException e) {
        String message = String.valueOf(e.getMessage());
        int json = message.indexOf('{');
        try {
            Map<?, ?> told = Json.read(message.substring(Math.max(0, json)), "database", Map.class);
            return at(sql, String.valueOf(told.get("exception_message")), told.get("position"), e);
        } catch (JsonException _) { // not every error is told as JSON
            return at(sql, message.lines().findFirst().orElse(message), null, e);
        }
    }

    private static SqlException at(String sql, String what, Object position, Throwable cause) {
        if (position == null) {
            return new SqlException(what, 0, 0, cause);
        }
        byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
        int end = Math.clamp(Long.parseLong(position.toString()), 0, bytes.length);
        String before = new String(bytes, 0, end, StandardCharsets.UTF_8);
        String lastLine = before.substring(before.lastIndexOf('\n') + 1);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new SqlException(what, line, 1 + lastLine.codePointCount(0, lastLine.length()), cause);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the database in memory does not close", e);
        }
    }
}
