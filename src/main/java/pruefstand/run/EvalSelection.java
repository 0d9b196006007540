package pruefstand.run;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import pruefstand.model.ListedModel;
import pruefstand.model.Variant;
import pruefstand.task.Task;

/**
 * Which cells a run is about.
 *
 * @param models glob over {@code name} and {@code name:variant}; empty: all
 * @param tasks glob over task names; empty: all
 * @param fresh whether cells with a record are measured again
 */
public record EvalSelection(Optional<String> models, Optional<String> tasks, boolean fresh) {

    public static final EvalSelection ALL = new EvalSelection(Optional.empty(), Optional.empty(), false);

    boolean takes(ListedModel model, Variant variant) {
        Predicate<String> wanted = matcher(models);
        return wanted.test(model.name()) || model.aliases().stream().anyMatch(wanted)
                || wanted.test(model.name() + ":" + variant.name());
    }

    boolean takes(Task task) {
        return matcher(tasks).test(task.name());
    }

    private static Predicate<String> matcher(Optional<String> glob) {
        if (glob.isEmpty()) {
            return name -> true;
        }
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob.get().replace("/", "∕"));
        return name -> matcher.matches(Path.of(name.replace("/", "∕")));
    }
}
