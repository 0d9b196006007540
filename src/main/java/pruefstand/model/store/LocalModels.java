package pruefstand.model.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.model.FileHashes;
import pruefstand.model.FileSize;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelsLock;
import pruefstand.model.PulledFile;
import pruefstand.model.Registry;
import pruefstand.model.Source;
import pruefstand.model.Variant;

/** Finds a hub's files among what lies on this machine, so that nothing is fetched twice. */
public final class LocalModels {

    private final StoreFolders folders;

    public LocalModels(StoreFolders folders) {
        this.folders = folders;
    }

    /** What lies in the stores of the user who runs this program. */
    public static LocalModels ofThisUser() {
        return new LocalModels(StoreFolders.ofThisUser());
    }

    /** The registry with the place of each hub file that lies here. Looks at names only: what is opened is hashed then. */
    public Registry locate(Registry registry, ModelsLock lock) {
        return new Registry(registry.models().stream().map(model -> locate(model, lock)).toList());
    }

    private ListedModel locate(ListedModel model, ModelsLock lock) {
        return model.withVariants(model.variants().stream().map(variant -> variant.source() instanceof Source.HubFile file
                ? place(file, lock.find(file)).map(found -> new Variant(variant.name(), file.at(found), variant.base())).orElse(variant)
                : variant).toList());
    }

    private Optional<Path> place(Source.HubFile file, Optional<PulledFile> pulled) {
        Optional<String> hash = file.sha256().or(() -> pulled.map(PulledFile::sha256));
        return folders.hub().find(file, pulled.map(PulledFile::commit)).or(() -> hash.flatMap(this::blob))
                .or(() -> byName(file).filter(Files::isRegularFile).findFirst());
    }

    /** A file that is called by its hash. */
    private Optional<Path> blob(String sha256) {
        return folders.hub().blob(sha256).or(() -> folders.ollama().stream()
                .map(folder -> folder.resolve("blobs").resolve("sha256-" + sha256)).filter(Files::isRegularFile).findFirst());
    }

    /** Where a file would lie in stores that keep names. */
    private Stream<Path> byName(Source.HubFile file) {
        Path below = Path.of(file.repository()).resolve(file.baseName());
        return Stream.concat(folders.lmStudio().stream().map(folder -> folder.resolve(below)),
                Stream.of(folders.llamaCpp().resolve(file.repository().replace('/', '_') + "_" + file.file().replace('/', '_'))));
    }

    /**
     * A file of this very content in any of the stores; files that could be it are hashed.
     *
     * @param sha256 that it must have
     * @param bytes that it must have
     */
    public Optional<Path> findByHash(Source.HubFile file, String sha256, long bytes, FileHashes hashes) {
        return Stream.of(folders.hub().find(file, Optional.empty()).stream(), blob(sha256).stream(), byName(file))
                .flatMap(found -> found).filter(Files::isRegularFile).filter(found -> FileSize.of(found) == bytes)
                .filter(found -> hashes.sha256(found).equals(sha256)).findFirst();
    }

    /** Every GGUF file of the stores, and in and below further folders. */
    public List<FoundFile> files(List<Path> further) {
        return new StoreScan(folders).files(further);
    }
}
