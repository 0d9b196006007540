package pruefstand.task;

import java.nio.file.Path;

/**
 * A task of the workspace.
 *
 * @param definition its file's content
 * @param file where the file lies; data paths are relative to its folder
 */
public record Task(TaskDefinition definition, Path file) {

    public String name() {
        return definition.name();
    }
}
