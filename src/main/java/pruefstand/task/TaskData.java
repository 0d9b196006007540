package pruefstand.task;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a task, relative to the task file.
 *
 * @param text plain text (perplexity)
 * @param test JSON Lines (sts and other kinds with items)
 */
public record TaskData(Optional<String> text, Optional<String> test) {

    static final TaskData NONE = new TaskData(Optional.empty(), Optional.empty());

    /** All files, in the order of declaration. */
    List<String> all() {
        return Stream.of(text, test).flatMap(Optional::stream).toList();
    }
}
