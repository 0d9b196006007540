package pruefstand.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.ReviewedModel;
import pruefstand.model.ListedModel;
import pruefstand.model.Readiness;
import pruefstand.model.Registry;
import pruefstand.model.Variant;
import pruefstand.run.EvalRun;
import pruefstand.run.Workspace;

/** {@code models}: each listed name and how it runs here. */
@Command(name = "models", description = "Each listed name and how it runs here: ready, to be pulled, not runnable and why, unknown.",
        footer = {"", "Example: pruefstand models --check"})
final class ModelsCommand implements Callable<Integer> {

    @Option(names = "--check", description = "end with 1 when a listed name is in no registry")
    private boolean check;

    @Option(names = "--json", description = "JSON Lines")
    private boolean json;

    private final Root root;

    ModelsCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Workspace workspace = root.workspace();
        Set<String> listed = new TreeSet<>();
        Catalogue.read(workspace.catalogue()).models().stream().map(ReviewedModel::name).forEach(listed::add);
        Registry registry = EvalRun.registry(root.home(), workspace, listed);
        registry.models().forEach(this::print);
        List<String> unknown = listed.stream().filter(name -> registry.find(name).isEmpty()).toList();
        unknown.forEach(name -> line(name, Optional.empty(), "unknown", root.text("cli.models.unknown")));
        return check && !unknown.isEmpty() ? Exit.FOUND : Exit.DONE;
    }

    private void print(ListedModel model) {
        if (model.variants().isEmpty()) {
            line(model.name(), Optional.empty(), "not_runnable", model.notRunnable().map(why -> why.in(root.messages().locale()))
                    .orElseGet(() -> root.text("cli.models.no-variants")));
        }
        model.variants().forEach(variant -> print(model, variant));
    }

    private void print(ListedModel model, Variant variant) {
        Optional<String> name = Optional.of(variant.name());
        switch (Readiness.of(variant)) {
            case Readiness.Ready() -> line(model.name(), name, "ready", root.text("cli.models.ready"));
            case Readiness.Pullable(var how) -> line(model.name(), name, "pullable", root.messages().text(how));
            case Readiness.NotRunnable(var why) -> line(model.name(), name, "not_runnable", root.messages().text(why));
        }
    }

    private void line(String model, Optional<String> variant, String state, String words) {
        if (json) {
            root.printJson(new Line(model, variant, state, words));
        } else {
            root.print(model + variant.map(name -> ":" + name).orElse("") + "  " + words);
        }
    }

    private record Line(String model, Optional<String> variant, String state, String reason) {
    }
}
