package pruefstand.record;

import java.util.Objects;
import pruefstand.task.TaskKind;

/**
 * Which task a record is about.
 *
 * @param name the task's name
 * @param version the task's version then
 * @param kind what it measures
 * @param dataSha256 hash over the task's data files
 */
public record TaskReference(String name, int version, TaskKind kind, String dataSha256) {

    public TaskReference {
        Objects.requireNonNull(name, "task.name is missing");
        Objects.requireNonNull(kind, "task.kind is missing");
    }
}
