package pruefstand.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.ReviewedModel;
import pruefstand.model.Registry;
import pruefstand.model.store.LocalModels;
import pruefstand.model.store.StoreFolders;
import pruefstand.model.suggest.RegistryAppendix;
import pruefstand.model.suggest.SuggestedEntry;
import pruefstand.model.suggest.Suggestions;
import pruefstand.run.Workspace;
import pruefstand.text.Refusal;

/** {@code models --suggest}: registry entries for files that lie on this machine. */
record Suggesting(Root root, Workspace workspace) {

    /** Prints them, writes them if asked to, and returns the exit code. */
    int suggest(List<Path> folders, boolean write, boolean json) {
        List<Path> places = folders.stream().map(root::path).toList();
        places.stream().filter(folder -> !Files.isDirectory(folder)).findFirst().ifPresent(folder -> {
            throw Refusal.missing("cli.models.no-folder", folder.toString());
        });
        Registry own = Registry.read(workspace.models());
        List<String> names = Catalogue.read(workspace.catalogue()).models().stream().map(ReviewedModel::name).distinct()
                .filter(name -> own.find(name).isEmpty()).toList();
        var stores = new LocalModels(StoreFolders.of(root.terminal().environment(), Path.of(System.getProperty("user.home")),
                System.getProperty("os.name")));
        List<SuggestedEntry> entries = new Suggestions(stores, Registry.read(root.home().registry())).find(names, places);
        entries.forEach(entry -> print(entry, json));
        root.note("cli.models.suggested", entries.size(), names.size());
        if (write && !entries.isEmpty()) {
            RegistryAppendix.append(workspace.models(), entries);
            root.note("cli.models.appended", workspace.models().toString());
        }
        return Exit.DONE;
    }

    private void print(SuggestedEntry entry, boolean json) {
        if (json) {
            root.printJson(entry);
        } else {
            root.print("  # " + String.join(", ", entry.titles()).replaceAll("\\p{Cntrl}", " "));
            entry.lines().forEach(line -> root.print("  " + line));
        }
    }
}
