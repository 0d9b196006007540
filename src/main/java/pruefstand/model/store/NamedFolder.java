package pruefstand.model.store;

import java.nio.file.Path;

/**
 * A folder in which a program keeps models.
 *
 * @param program its name
 * @param folder need not exist
 */
public record NamedFolder(String program, Path folder) {
}
