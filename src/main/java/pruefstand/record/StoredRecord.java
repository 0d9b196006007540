package pruefstand.record;

import java.nio.file.Path;

/**
 * A record and where it lies. Of a million records not even the folder's name is kept a million times.
 *
 * @param content what was measured
 * @param folder its results folder
 * @param path relative to that: {@code task/model/variant/run.json}
 */
public record StoredRecord(RunRecord content, Path folder, Path path) {

    /** The file itself. */
    public Path file() {
        return folder.resolve(path);
    }
}
