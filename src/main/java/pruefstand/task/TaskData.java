package pruefstand.task;

import java.util.Optional;

/**
 * The files of a task, relative to the task file.
 *
 * @param text plain text (perplexity)
 * @param test JSON Lines (sts and other kinds with items)
 */
public record TaskData(Optional<String> text, Optional<String> test) {
}
