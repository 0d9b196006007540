package pruefstand.run.results;

import java.nio.file.Path;
import pruefstand.text.Message;

/**
 * Something about a file of results that is not as it should be.
 *
 * @param file which
 * @param what is wrong, and what to do
 */
public record Finding(Path file, Message what) {
}
