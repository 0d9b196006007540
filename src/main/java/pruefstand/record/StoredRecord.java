package pruefstand.record;

import java.nio.file.Path;

/**
 * A record and where it lies.
 *
 * @param content what was measured
 * @param path relative to its results folder: {@code task/model/variant/run.json}
 * @param file the file itself
 */
public record StoredRecord(RunRecord content, Path path, Path file) {
}
