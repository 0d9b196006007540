package pruefstand.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import pruefstand.json.Document;
import pruefstand.json.JsonException;
import pruefstand.json.Yaml;
import pruefstand.text.Refusal;

/** Reads the task files of a workspace: every {@code *.yaml} of its folders, one task a file. */
public final class Tasks {

    private Tasks() {
    }

    /**
     * All tasks of some folders, sorted by name. Reads every file before it complains, then names everything that is wrong.
     *
     * @throws Refusal if a folder or a data file is missing, a task file does not say what it must, or two tasks have one name
     */
    public static List<Task> in(List<Path> folders) {
        List<String> faults = new ArrayList<>();
        List<Task> tasks = folders.stream().flatMap(folder -> files(folder).stream())
                .flatMap(file -> read(file, faults).stream())
                .sorted(Comparator.comparing(Task::name).thenComparing(Task::file)).toList();
        duplicates(tasks, faults);
        if (!faults.isEmpty()) {
            throw Refusal.input("task.files.faulty", String.join("\n", faults), faults.size());
        }
        refuseMissingData(tasks);
        return tasks;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw Refusal.missing("task.folder.missing", folder.toString());
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.getFileName().toString().endsWith(".yaml") && !file.getFileName().toString().startsWith("."))
                    .sorted().toList();
        } catch (IOException e) {
            throw Refusal.input("task.folder.unreadable", folder.toString()).because(e);
        }
    }

    private static Optional<Task> read(Path file, List<String> faults) {
        try {
            Document document = Yaml.document(file);
            TaskDefinition definition = TaskDefinition.of(document);
            List<String> broken = TaskRules.faults(definition, document.keys());
            broken.forEach(fault -> faults.add(file + ": " + fault));
            return broken.isEmpty() ? Optional.of(new Task(definition, file)) : Optional.empty();
        } catch (JsonException e) {
            faults.add(e.getMessage());
        } catch (UncheckedIOException e) {
            faults.add(file + ": " + e.getCause());
        }
        return Optional.empty();
    }

    private static void duplicates(List<Task> tasks, List<String> faults) {
        Map<String, Task> first = new TreeMap<>();
        for (Task task : tasks) {
            Task other = first.putIfAbsent(task.name(), task);
            if (other != null) {
                faults.add(task.file() + ": name: '" + task.name() + "' is already the name of the task in " + other.file());
            }
        }
    }

    private static void refuseMissingData(List<Task> tasks) {
        List<String> missing = tasks.stream()
                .flatMap(task -> task.data().stream().filter(file -> !Files.isRegularFile(file.path()))
                        .map(file -> task.file() + ": " + file.path()))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.missing("task.data.missing", String.join("\n", missing), missing.size());
        }
    }
}
