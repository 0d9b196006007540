package pruefstand.run;

import java.nio.file.Path;
import java.util.Optional;
import pruefstand.engine.llamacpp.NativeLibrary;
import pruefstand.model.ListedModel;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;
import pruefstand.text.Slug;

/**
 * One thing to measure: a variant of a model on a task.
 *
 * @param model the listed model
 * @param variant the way in which it runs
 * @param task what is measured
 * @param engine which llama.cpp computes, and how
 * @param key hash of everything that can change the numbers
 */
public record Cell(ListedModel model, Variant variant, Task task, EngineChoice engine, String key) {

    private static final Variant FIRST_STAGE = new Variant("bm25", new Source.Baseline("bm25"), Optional.empty());

    /** The same, measured where it has another key. */
    Cell withKey(String other) {
        return new Cell(model, variant, task, engine, other);
    }

    /** What is open beside it while its task runs. */
    Optional<Variant> companion() {
        return companion(model, variant, task);
    }

    /** The variant that a task compares with, or the baseline whose documents it has reranked. */
    static Optional<Variant> companion(ListedModel model, Variant variant, Task task) {
        return task.definition().rerank().isPresent() ? Optional.of(FIRST_STAGE)
                : Optional.of(task.definition().kind()).filter(TaskKind.KLD::equals).flatMap(_ -> model.baseOf(variant));
    }

    /** Where its records lie, relative to the results folder. */
    public Path folder() {
        return Path.of(Slug.of(task.name()), Slug.of(model.name()), Slug.of(variant.name()));
    }

    /** For people: {@code model:variant × task}, and with which llama.cpp where it is not the usual one. */
    public String title() {
        return model.name() + ":" + variant.name() + " × " + task.name() + engine.library().map(Cell::named).orElse("");
    }

    private static String named(NativeLibrary library) {
        return " (llama.cpp " + library.version().orElse(library.folder().toString()) + ")";
    }
}
