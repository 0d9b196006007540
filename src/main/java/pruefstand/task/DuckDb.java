package pruefstand.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Opens databases in memory. The driver unpacks its native library, 70 MB, for every process and never deletes it; where the
 * system can tell which file that was, it goes as soon as it is loaded.
 */
public final class DuckDb {

    private static final Path MAPPED = Path.of("/proc/self/maps");
    private static final Pattern UNPACKED = Pattern.compile("/.*/libduckdb_java\\d+\\.so$");

    private DuckDb() {
    }

    /** A database of its own. */
    public static Connection open(Properties settings) throws SQLException {
        Connection database = DriverManager.getConnection("jdbc:duckdb:", settings);
        unpacked().forEach(DuckDb::delete);
        return database;
    }

    /** The libraries that were unpacked for this process and still lie there. */
    static Stream<Path> unpacked() {
        try {
            return Files.isReadable(MAPPED) ? Files.readAllLines(MAPPED).stream().map(UNPACKED::matcher).filter(Matcher::find)
                    .map(Matcher::group).distinct().map(Path::of).filter(Files::exists) : Stream.empty();
        } catch (IOException _) {
            return Stream.empty(); // then the file stays, as the driver leaves it
        }
    }

    private static void delete(Path library) {
        try {
            Files.deleteIfExists(library);
        } catch (IOException _) {
            return; // it stays, as the driver leaves it
        }
    }
}
