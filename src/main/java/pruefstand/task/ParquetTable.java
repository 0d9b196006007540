package pruefstand.task;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBStruct;
import pruefstand.json.Row;

/**
 * A Parquet file, read by a DuckDB of its own that may open nothing else: rows come a block at a time, only the columns that are
 * wanted, and no extension is ever fetched.
 */
final class ParquetTable {

    private static final String SOURCE = " FROM read_parquet(?, hive_partitioning = false)";

    private final Path file;
    private final String name;

    /**
     * A table.
     *
     * @param name what messages call it
     */
    ParquetTable(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /**
     * Hands on each row, numbered from 1.
     *
     * @param wanted columns; those that the file lacks are left out
     * @param expansion is told how much comes out
     * @throws DataException if it is no Parquet file, or a damaged one
     */
    void read(Set<String> wanted, Expansion expansion, Consumer<Row> each) {
        Properties streaming = new Properties();
        streaming.setProperty("jdbc_stream_results", "true");
        try (Connection database = DuckDb.open(streaming)) {
            confine(database);
            List<String> columns = columns(database);
            List<String> selected = columns.stream().filter(wanted::contains).toList();
            String list = selected.isEmpty() ? "1" : selected.stream().map(ParquetTable::quoted).collect(Collectors.joining(", "));
            try (PreparedStatement select = prepare(database, "SELECT " + list + SOURCE); ResultSet rows = select.executeQuery()) {
                for (long number = 1; rows.next(); number++) {
                    Row row = row(rows, number, selected, columns);
                    expansion.add(size(row.values()));
                    each.accept(row);
                }
            }
        } catch (SQLException e) {
            throw new DataException(name + ": cannot be read as Parquet: " + firstLine(e), e);
        }
    }

    private void confine(Connection database) throws SQLException {
        try (Statement set = database.createStatement()) {
            for (String setting : List.of("autoinstall_known_extensions = false", "autoload_known_extensions = false",
                    "threads = 1", "memory_limit = '2GB'", "temp_directory = ''",
                    "allowed_paths = [" + text(file.toString()) + "]", "enable_external_access = false", "lock_configuration = true")) {
                set.execute("SET " + setting);
            }
        }
    }

    private List<String> columns(Connection database) throws SQLException {
        try (PreparedStatement select = prepare(database, "SELECT *" + SOURCE + " LIMIT 0"); ResultSet none = select.executeQuery()) {
            ResultSetMetaData table = none.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= table.getColumnCount(); i++) {
                columns.add(table.getColumnName(i));
            }
            return columns;
        }
    }

    /** A path with stars or brackets is taken as it is where there is such a file. */
    private PreparedStatement prepare(Connection database, String query) throws SQLException {
        PreparedStatement statement = database.prepareStatement(query);
        statement.setString(1, file.toString());
        return statement;
    }

    private Row row(ResultSet rows, long number, List<String> selected, List<String> columns) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < selected.size(); i++) {
            values.put(selected.get(i), plain(rows.getObject(i + 1)));
        }
        return new Row(name, number, values, columns);
    }

    /** As JSON would have it. */
    private static Object plain(Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Number number -> number;
            case Boolean truth -> truth;
            case Array array -> plain(array.getArray());
            case Object[] array -> plain(Arrays.asList(array));
            case List<?> list -> plainAll(list);
            case DuckDBStruct struct -> plain(struct.getMap());
            case Map<?, ?> map -> plainAll(map);
            default -> value.toString();
        };
    }

    private static List<Object> plainAll(List<?> list) throws SQLException {
        List<Object> plain = new ArrayList<>(list.size());
        for (Object value : list) {
            plain.add(plain(value));
        }
        return plain;
    }

    private static Map<String, Object> plainAll(Map<?, ?> map) throws SQLException {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            plain.put(String.valueOf(entry.getKey()), plain(entry.getValue()));
        }
        return plain;
    }

    private static long size(Object value) {
        return switch (value) {
            case String text -> text.length();
            case List<?> list -> list.stream().mapToLong(ParquetTable::size).sum();
            case Map<?, ?> map -> map.values().stream().mapToLong(ParquetTable::size).sum();
            case null, default -> 1;
        };
    }

    private static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** The path is nobody's business. */
    private String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replace(file.toString(), name);
    }
}
