package pruefstand.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.model.ListedModel;
import pruefstand.model.Registry;
import pruefstand.model.Variant;
import pruefstand.task.Task;
import pruefstand.text.Refusal;

/**
 * Which cells a run is about.
 *
 * @param models glob over {@code name} and {@code name:variant}; empty: all
 * @param tasks glob over task names; empty: all
 * @param fresh whether cells with a record are measured again
 */
public record EvalSelection(Optional<String> models, Optional<String> tasks, boolean fresh) {

    private static final String MODELS = "--models";
    private static final String TASKS = "--tasks";

    public static final EvalSelection ALL = new EvalSelection(Optional.empty(), Optional.empty(), false);

    /** One cell, whether or not it has a record. */
    public static EvalSelection again(String model, String variant, String task) {
        return new EvalSelection(Optional.of(Glob.literally(model + ":" + variant)), Optional.of(Glob.literally(task)), true);
    }

    /**
     * Refuses patterns that are none, and those that match nothing.
     *
     * @param registry the models that could be meant
     * @param all the tasks that could be meant
     * @throws Refusal that lists the names there are
     */
    public void check(Registry registry, List<Task> all) {
        check(MODELS, models, registry.models().stream().flatMap(EvalSelection::names).toList(),
                registry.models().stream().map(ListedModel::name));
        check(TASKS, tasks, all.stream().map(Task::name).toList(), all.stream().map(Task::name));
    }

    private static void check(String option, Optional<String> glob, List<String> names, Stream<String> shown) {
        if (names.stream().noneMatch(matcher(option, glob)) && glob.isPresent()) {
            throw Refusal.input("run.select.nothing", option, glob.get(), shown.sorted().collect(Collectors.joining(", ")));
        }
    }

    private static Stream<String> names(ListedModel model) {
        return Stream.of(Stream.of(model.name()), model.aliases().stream(),
                model.variants().stream().map(variant -> model.name() + ":" + variant.name())).flatMap(all -> all);
    }

    boolean takes(ListedModel model, Variant variant) {
        Predicate<String> wanted = matcher(MODELS, models);
        return wanted.test(model.name()) || model.aliases().stream().anyMatch(wanted)
                || wanted.test(model.name() + ":" + variant.name());
    }

    boolean takes(Task task) {
        return matcher(TASKS, tasks).test(task.name());
    }

    private static Predicate<String> matcher(String option, Optional<String> glob) {
        return glob.map(text -> Glob.of(option, text)).orElse(_ -> true);
    }
}
