package pruefstand.record.export;

import java.nio.file.Path;

/**
 * A file of an export.
 *
 * @param path relative to the folder of the export; no part of it leads out of that
 * @param content what it says, UTF-8
 */
public record ExportFile(Path path, String content) {
}
