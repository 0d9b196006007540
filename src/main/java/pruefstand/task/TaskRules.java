package pruefstand.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What a task file must say and must not say, beyond its shape. */
final class TaskRules {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private TaskRules() {
    }

    /** Everything that is wrong, in English as the messages of the reader are; nothing if all is well. */
    static List<String> faults(TaskDefinition task) {
        List<String> faults = new ArrayList<>();
        identity(task, faults);
        if (task.kind() != null) {
            data(task, faults);
            fields(task, faults);
            settings(task, faults);
            numbers(task, faults);
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
        if (ofHub && !source.hub().get().matches("[\\w.-]+/[\\w.-]+")) {
            faults.add("data." + key + ".hub: expected owner/name, got '" + source.hub().get() + "'");
        }
        if (ofHub && source.revision().isEmpty()) {
            faults.add("data." + key + ".revision: missing; name a commit, so that the data stay the same");
        }
        if (ofHub ? source.file().isPresent() == source.split().isPresent() : source.file().isEmpty()) {
            faults.add("data." + key + ": expected " + (ofHub ? "either file or split" : "the name of a file"));
        }
        if (!ofHub && (source.revision().isPresent() || source.split().isPresent())) {
            faults.add("data." + key + ": revision and split mean nothing without hub");
        }
        if (ofHub && source.file().filter(file -> Path.of(file).isAbsolute() || file.contains("..")
                || file.lastIndexOf('/') > file.indexOf('*') && file.contains("*")).isPresent()) {
            faults.add("data." + key + ".file: expected a file of the data set, with * in its last name only, got '" + source.file().get() + "'");
        }
    }

    private static void fields(TaskDefinition task, List<String> faults) {
        task.fields().ifPresent(fields -> faults.addAll(Fields.faults(fields, task.files().byKey().keySet())));
    }

    private static void settings(TaskDefinition task, List<String> faults) {
        for (Named setting : List.of(new Named("scale", task.scale()), new Named("context", boxed(task.context())),
                new Named("spans", task.spans()), new Named("prompt", boxed(task.prompt())),
                new Named("generate", boxed(task.generate())), new Named("repetitions", boxed(task.repetitions())),
                new Named("samples_per_label", boxed(task.samplesPerLabel())), new Named("template", task.template()),
                new Named("few_shot", boxed(task.fewShot())), new Named("choice_prefix", task.choicePrefix()),
                new Named("max_tokens", boxed(task.maxTokens())), new Named("stop", task.stop()),
                new Named("temperature", task.temperature().stream().boxed().findFirst()), new Named("rolling", task.rolling()))) {
            if (setting.value().isPresent() && !task.kind().settings().contains(setting.key())) {
                faults.add(setting.key() + ": means nothing for kind " + task.kind() + ", which knows "
                        + (task.kind().settings().isEmpty() ? "no settings" : String.join(", ", task.kind().settings())));
            }
        }
        if (task.kind() == TaskKind.STS && task.scale().isEmpty()) {
            faults.add("scale: missing; kind sts needs min and max of the scores");
        }
        prompting(task, faults);
    }

    private static void prompting(TaskDefinition task, List<String> faults) {
        List<String> fields = task.kind() == TaskKind.MULTIPLE_CHOICE ? List.of("question", "choices") : List.of("prompt");
        task.template().map(PromptTemplate::new).ifPresent(template -> {
            if (!fields.containsAll(template.fields()) || !template.names(fields.getFirst())) {
                faults.add("template: expected {" + fields.getFirst() + "}, and no other fields than " + fields + "; got "
                        + quoted(template.text()));
            }
        });
        if (task.fewShot().orElse(0) > 0 && task.files().train().isEmpty()) {
            faults.add("few_shot: the examples are the first lines of data.train, and there is none");
        }
        if (task.stop().filter(stops -> stops.stream().anyMatch(stop -> stop == null || stop.isEmpty())).isPresent()) {
            faults.add("stop: expected texts that are not empty, got " + task.stop().get());
        }
        if (!(task.temperature().orElse(0) >= 0)) {
            faults.add("temperature: expected at least 0, got " + task.temperature().getAsDouble());
        }
    }

    private static void numbers(TaskDefinition task, List<String> faults) {
        atLeast(4, "context", task.context(), faults);
        atLeast(1, "prompt", task.prompt(), faults);
        atLeast(1, "generate", task.generate(), faults);
        atLeast(1, "repetitions", task.repetitions(), faults);
        atLeast(1, "samples_per_label", task.samplesPerLabel(), faults);
        atLeast(0, "few_shot", task.fewShot(), faults);
        atLeast(1, "max_tokens", task.maxTokens(), faults);
    }

    private static void atLeast(int least, String key, OptionalInt value, List<String> faults) {
        if (value.isPresent() && value.getAsInt() < least) {
            faults.add(key + ": expected at least " + least + ", got " + value.getAsInt());
        }
    }

    private static Optional<Integer> boxed(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }

    private static String quoted(String value) {
        return value == null ? "nothing" : "'" + value + "'";
    }

    private record Named(String key, Optional<?> value) {
    }
}
