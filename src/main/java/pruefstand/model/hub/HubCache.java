package pruefstand.model.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.model.Source;

/**
 * The folder in which the hub's own tools keep what they fetched, in their layout (huggingface_hub, "Understand caching"): for
 * each repository {@code blobs/<hash>}, {@code snapshots/<commit>/<file>} as links to them, {@code refs/<revision>} with a commit.
 *
 * @param folder need not exist
 */
public record HubCache(Path folder) {

    /**
     * The file of a repository, if it lies here.
     *
     * @param commit what the revision is known to be; empty: as the cache itself says
     */
    public Optional<Path> find(Source.HubFile file, Optional<String> commit) {
        Path snapshots = repository(file.repository()).resolve("snapshots");
        return Stream.of(commit, Optional.of(file.revision()), reference(file)).flatMap(Optional::stream)
                .map(revision -> snapshots.resolve(revision).resolve(file.file())).filter(Files::isRegularFile).findFirst();
    }

    /**
     * Files of a repository that lie here, sorted by name; none unless all are here that their names speak of.
     *
     * @param files with a pattern for a file
     * @param commit what the revision is known to be; empty: as the cache itself says
     */
    public List<Path> findAll(Source.HubFile files, Optional<String> commit) {
        HubPattern pattern = new HubPattern(files.file());
        Path snapshots = repository(files.repository()).resolve("snapshots");
        return Stream.of(commit, Optional.of(files.revision()), reference(files)).flatMap(Optional::stream).distinct()
                .map(snapshots::resolve).filter(Files::isDirectory).map(snapshot -> files(snapshot, pattern))
                .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
    }

    private static List<Path> files(Path snapshot, HubPattern pattern) {
        try (Stream<Path> all = Files.walk(snapshot)) {
            List<String> names = all.filter(Files::isRegularFile).map(file -> snapshot.relativize(file).toString().replace('\\', '/'))
                    .filter(pattern::matches).sorted().toList();
            return pattern.isComplete(names) ? names.stream().map(snapshot::resolve).toList() : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of any repository with this hash. */
    public Optional<Path> blob(String hash) {
        return repositories().stream().map(repository -> repository.resolve("blobs").resolve(hash)).filter(Files::isRegularFile)
                .findFirst();
    }

    /** The folders of all repositories of models, sorted. */
    public List<Path> repositories() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("models--")).filter(Files::isDirectory).sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path repository(String name) {
        String kind = name.startsWith(Source.HubFile.DATA_SETS) ? "" : "models/";
        return folder.resolve((kind + name).replace("/", "--"));
    }

    private Optional<String> reference(Source.HubFile file) {
        Path reference = repository(file.repository()).resolve("refs").resolve(file.revision());
        try {
            return Files.isRegularFile(reference) ? Optional.of(Files.readString(reference).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path blob(Source.HubFile file, String hash) {
        return repository(file.repository()).resolve("blobs").resolve(hash);
    }

    /** Gives a whole blob its name in a snapshot, and notes what the revision is; returns the file in the snapshot. */
    Path publish(Source.HubFile file, HubFileInfo info) throws IOException {
        Path blob = blob(file, info.etag());
        Path snapshot = repository(file.repository()).resolve("snapshots").resolve(info.commit()).resolve(file.file());
        Files.createDirectories(snapshot.getParent());
        Files.deleteIfExists(snapshot);
        try {
            Files.createSymbolicLink(snapshot, snapshot.getParent().relativize(blob));
        } catch (UnsupportedOperationException | IOException e) {
            // Where links are not to be had, the layout wants the file itself in the snapshot.
            Files.move(blob, snapshot, StandardCopyOption.REPLACE_EXISTING);
        }
        note(file, info.commit());
        return snapshot;
    }

    private void note(Source.HubFile file, String commit) throws IOException {
        if (file.revision().equals(commit)) {
            return;
        }
        Path reference = repository(file.repository()).resolve("refs").resolve(file.revision());
        Files.createDirectories(reference.getParent());
        Path draft = Files.createTempFile(reference.getParent(), ".ref", ".tmp");
        Files.writeString(draft, commit);
        Files.move(draft, reference, StandardCopyOption.REPLACE_EXISTING);
    }
}
