package pruefstand.task;

import java.util.Optional;

/**
 * Where the data under one key of a task file are: a file beside it, written as a mere name, or files of a hub's data set.
 *
 * @param hub repository of the data set, {@code owner/name}; empty: the file lies beside the task file
 * @param revision branch, tag or commit (hub)
 * @param file relative to the task file; of a hub, relative to the repository, {@code *} standing for any letters of a name
 * @param split which files of a hub where none is named: {@code test} is {@code data/test-*.parquet}
 */
public record DataSource(Optional<String> hub, Optional<String> revision, Optional<String> file, Optional<String> split) {

    /** A file beside the task file. */
    public static DataSource valueOf(String file) {
        return new DataSource(Optional.empty(), Optional.empty(), Optional.of(file), Optional.empty());
    }

    /** What is sought in the repository (hub). */
    String pattern() {
        return file.orElseGet(() -> "data/" + split.orElseThrow() + "-*.parquet");
    }

    /** As messages and sites name it. */
    public String name() {
        return hub.map(repository -> repository + "/" + pattern()).or(() -> file).orElse("");
    }
}
