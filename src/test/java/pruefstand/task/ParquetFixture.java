package pruefstand.task;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Writes Parquet files. */
public final class ParquetFixture {

    private ParquetFixture() {
    }

    /**
     * Writes one.
     *
     * @param rows SQL that gives them, such as {@code VALUES (1, 'a')}
     * @param columns their names
     */
    public static Path write(Path file, String rows, String columns) {
        try (Connection database = DuckDb.open(new Properties()); Statement statement = database.createStatement()) {
            statement.execute("COPY (SELECT * FROM (" + rows + ") AS t(" + columns + ")) TO '" + file.toString().replace("'", "''")
                    + "' (FORMAT parquet)");
            return file;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
