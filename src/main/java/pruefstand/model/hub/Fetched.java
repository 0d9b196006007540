package pruefstand.model.hub;

import java.nio.file.Path;
import pruefstand.model.PulledFile;

/**
 * A file that was fetched, whole and checked.
 *
 * @param place where it lies
 * @param pulled what is to be noted of it
 */
public record Fetched(Path place, PulledFile pulled) {
}
