package pruefstand.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.ReviewedModel;
import pruefstand.model.Registry;
import pruefstand.run.EvalRun;
import pruefstand.run.Workspace;
import pruefstand.text.Refusal;

/** {@code models}: each listed name and how it runs here. */
@Command(name = "models", description = "Each listed name and how it runs here: ready, to be pulled, not runnable and why, unknown.",
        footer = {"", "Example: pruefstand models --check", "Example: pruefstand models --suggest --write ~/models"})
final class ModelsCommand implements Callable<Integer> {

    @Option(names = "--check", description = "end with 1 when a listed name is in no registry")
    private boolean check;

    @Option(names = "--json", description = "JSON Lines")
    private boolean json;

    @Option(names = "--suggest", description = "look for files of listed models on this machine (hub cache, Ollama, LM Studio, "
            + "llama.cpp, and FOLDERs) and print registry entries")
    private boolean suggest;

    @Option(names = "--write", description = "with --suggest: append the entries to the registry")
    private boolean write;

    @Parameters(paramLabel = "FOLDER", description = "with --suggest: folders to look through as well", arity = "0..*")
    private List<Path> folders = List.of();

    private final Root root;

    ModelsCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (!suggest && (write || !folders.isEmpty())) {
            throw Refusal.input("cli.models.only-suggest");
        }
        Workspace workspace = root.workspace();
        if (suggest) {
            return new Suggesting(root, workspace).suggest(folders, write, json);
        }
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
