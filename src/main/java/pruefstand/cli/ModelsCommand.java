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
import pruefstand.model.Registry;
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
        registry.models().stream().flatMap(model -> VariantState.of(model, root).stream()).forEach(this::print);
        List<String> unknown = listed.stream().filter(name -> registry.find(name).isEmpty()).toList();
        unknown.forEach(name -> print(new VariantState(name, Optional.empty(), "unknown", root.text("cli.models.unknown"))));
        return check && !unknown.isEmpty() ? Exit.FOUND : Exit.DONE;
    }

    private void print(VariantState state) {
        if (json) {
            root.printJson(state);
        } else {
            root.print(state.inWords());
        }
    }
}
