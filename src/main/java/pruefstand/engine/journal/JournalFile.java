package pruefstand.engine.journal;

import java.nio.file.Path;

/**
 * Where answers are kept, and what they belong to.
 *
 * @param path of the file, which need not exist
 * @param identity of everything that the answers depend on; a file of another is not read
 */
public record JournalFile(Path path, String identity) {
}
