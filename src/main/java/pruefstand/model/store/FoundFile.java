package pruefstand.model.store;

import java.nio.file.Path;
import java.util.Optional;
import pruefstand.model.Source;

/**
 * A model file on this machine.
 *
 * @param path where it lies
 * @param name what it is called there: its base name, or in a store that calls files by their hash, that store's name for it
 * @param hub where it comes from, if it lies in the hub's cache
 */
public record FoundFile(Path path, String name, Optional<Source.HubFile> hub) {
}
