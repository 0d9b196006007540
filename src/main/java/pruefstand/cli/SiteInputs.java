package pruefstand.cli;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.model.Adapter;
import pruefstand.model.ModelKind;
import pruefstand.model.ModelsLock;
import pruefstand.model.Registry;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.model.store.StoreFolders;
import pruefstand.record.Snapshot;
import pruefstand.run.HarnessBuild;
import pruefstand.run.Workspace;
import pruefstand.run.WorkspaceSite;
import pruefstand.task.DataFile;
import pruefstand.task.Task;

/** Everything that the pages of a workspace are made of. */
record SiteInputs(Root root, Workspace workspace) {

    /** What they are made of that is no file, and which files that are found without reading any. */
    String key(boolean demonstration) {
        WorkspaceSite site = workspace.site();
        return Stream.of(site.out(), site.baseUrl(), site.imprint(), site.privacy(), new TreeMap<>(site.publish()), workspace.title(), demonstration,
                HarnessBuild.current(), workspace.catalogue(), roots()).map(Object::toString).collect(Collectors.joining("\n"));
    }

    /** How the files stand, those excepted that {@link #further} knows and the catalogue; to be asked before anything is read. */
    Snapshot files() {
        return Snapshot.below(roots());
    }

    /** Of models only the names of their files tell: which of them made the vectors that the map of the reviews is drawn from. */
    private List<Path> roots() {
        List<Path> roots = new ArrayList<>(List.of(workspace.root().resolve(Workspace.FILE), workspace.models(),
                ModelsLock.fileBeside(workspace.models()), SiteBuild.annotations(workspace), root.home().folder().resolve("site"), root.home().registry(), program()));
        roots.addAll(workspace.tasks());
        roots.addAll(workspace.results());
        StoreFolders stores = StoreFolders.ofThisUser();
        roots.add(stores.hub().folder());
        roots.add(stores.llamaCpp());
        roots.addAll(stores.ollama());
        roots.addAll(stores.lmStudio());
        SearchFiles.place(workspace.catalogue()).ifPresent(roots::add);
        return List.copyOf(roots);
    }

    private static Path program() {
        try {
            return Path.of(SiteInputs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("classes lie at an address", e);
        }
    }

    /** How the files stand that only the registry and the tasks tell: data wherever they lie, and encoders, whose vectors may be kept. */
    static Snapshot further(Registry registry, List<Task> tasks) {
        Stream<Path> data = tasks.stream().flatMap(task -> task.data().stream()).map(DataFile::path);
        Stream<Path> encoders = registry.models().stream().filter(model -> model.kind() == ModelKind.ENCODER)
                .flatMap(model -> model.variants().stream()).flatMap(SiteInputs::places);
        return Snapshot.of(Stream.concat(data, encoders).distinct().toList());
    }

    private static Stream<Path> places(Variant variant) {
        Stream<Path> adapter = variant.adapter().stream().map(Adapter::file);
        Stream<Path> below = variant.source() instanceof Source.OnnxFolder(var folder) ? Stream.of(folder.resolve("onnx")) : Stream.empty();
        return Stream.of(variant.source().place().stream(), below, adapter).flatMap(places -> places);
    }
}
