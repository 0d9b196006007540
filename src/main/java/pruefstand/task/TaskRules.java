package pruefstand.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pruefstand.model.HubNames;
import java.util.stream.Stream;
import pruefstand.json.Rows;

/** What a task file must say and must not say, beyond its shape. */
final class TaskRules {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private TaskRules() {
    }

    /**
     * Everything that is wrong, in English as the messages of the reader are; nothing if all is well.
     *
     * @param keys of its file
     */
    static List<String> faults(TaskDefinition task, Set<String> keys) {
        List<String> faults = new ArrayList<>();
        identity(task, faults);
        if (task.kind() != null) {
            data(task, faults);
            fields(task, faults);
            foreign(task.kind(), keys, faults);
            faults.addAll(task.settings().faults(task.files()));
        }
        return faults;
    }

    private static void identity(TaskDefinition task, List<String> faults) {
        if (task.name() == null || !NAME.matcher(task.name()).matches()) {
            faults.add("name: expected lower-case letters, digits and single hyphens, got " + quoted(task.name()));
        }
        if (task.version() < 1) {
            faults.add("version: expected at least 1, got " + task.version());
        }
        if (task.kind() == null) {
            faults.add("kind: missing; expected one of " + List.of(TaskKind.values()));
        }
        if (task.description() == null || task.description().de() == null || task.description().en() == null) {
            faults.add("description: expected a text in both languages, de and en");
        }
    }

    private static void data(TaskDefinition task, List<String> faults) {
        task.files().byKey().forEach((key, file) -> {
            file.ifPresent(source -> source(key, source, faults));
            boolean needed = task.kind().data().contains(key);
            if (needed && file.isEmpty()) {
                faults.add("data." + key + ": missing; kind " + task.kind() + " needs this file");
            } else if (!needed && file.isPresent() && !task.kind().optionalData().contains(key)) {
                faults.add("data." + key + ": means nothing for kind " + task.kind());
            }
        });
    }

    private static void source(String key, DataSource source, List<String> faults) {
        boolean ofHub = source.hub().isPresent();
        if (ofHub && !HubNames.isRepository(source.hub().get())) {
            faults.add("data." + key + ".hub: expected owner/name, got '" + source.hub().get() + "'");
        }
        if (ofHub && source.revision().isEmpty()) {
            faults.add("data." + key + ".revision: missing; name a commit, so that the data stay the same");
        }
        if (ofHub && source.revision().filter(revision -> !HubNames.isPath(revision)).isPresent()) {
            faults.add("data." + key + ".revision: '" + source.revision().get() + "' is no branch, tag or commit");
        }
        if (ofHub && source.split().filter(split -> !HubNames.isPath(split) || split.contains("/")).isPresent()) {
            faults.add("data." + key + ".split: '" + source.split().get() + "' is no name of a split, such as test");
        }
        if (ofHub ? source.file().isPresent() == source.split().isPresent() : source.file().isEmpty()) {
            faults.add("data." + key + ": expected " + (ofHub ? "either file or split" : "the name of a file"));
        }
        if (!ofHub && (source.revision().isPresent() || source.split().isPresent())) {
            faults.add("data." + key + ": revision and split mean nothing without hub");
        }
        if (ofHub && source.file().filter(file -> !HubNames.isPath(file.replace('*', 'x'))
                || file.lastIndexOf('/') > file.indexOf('*') && file.contains("*")).isPresent()) {
            faults.add("data." + key + ".file: expected a file of the data set, with * in its last name only, got '" + source.file().get() + "'");
        }
    }

    private static void fields(TaskDefinition task, List<String> faults) {
        task.fields().ifPresent(fields -> faults.addAll(Fields.faults(fields, task.files().byKey().keySet())));
    }

    /** Keys that other kinds know. */
    private static void foreign(TaskKind kind, Set<String> keys, List<String> faults) {
        Set<String> own = Rows.keys(kind.settings()).keySet();
        Stream.of(TaskKind.values()).flatMap(other -> Rows.keys(other.settings()).keySet().stream()).distinct()
                .filter(key -> keys.contains(key) && !own.contains(key))
                .forEach(key -> faults.add(key + ": means nothing for kind " + kind + ", which knows "
                        + (own.isEmpty() ? "no settings" : String.join(", ", own))));
    }

    private static String quoted(String value) {
        return value == null ? "nothing" : "'" + value + "'";
    }
}
