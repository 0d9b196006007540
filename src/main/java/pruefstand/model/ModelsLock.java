package pruefstand.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.catalogue.LockedFile;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.text.Refusal;

/**
 * What {@code pull} found behind the names of a registry, kept beside it: a branch may move on, a record must not.
 *
 * @param schema version of the file's shape
 * @param files sorted by repository, file, revision
 */
public record ModelsLock(int schema, List<PulledFile> files) {

    private static final String FILE = "models.lock.json";
    private static final int SCHEMA = 1;
    private static final Comparator<PulledFile> ORDER = Comparator.comparing(PulledFile::hub).thenComparing(PulledFile::file)
            .thenComparing(PulledFile::revision);

    public static final ModelsLock EMPTY = new ModelsLock(SCHEMA, List.of());

    public ModelsLock {
        files = List.copyOf(files);
    }

    /**
     * The lock file beside a registry; an empty one where there is none.
     *
     * @throws Refusal if it cannot be used
     */
    public static ModelsLock beside(Path registry) {
        Path file = fileBeside(registry);
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0 ? Json.read(file, ModelsLock.class) : EMPTY;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonException e) {
            throw Refusal.input("model.lock.unreadable", e.getMessage()).because(e);
        }
    }

    /** Where the lock file of a registry lies, whether or not there is one. */
    public static Path fileBeside(Path registry) {
        return registry.resolveSibling(FILE);
    }

    /** What was fetched for a file of the registry. */
    public Optional<PulledFile> find(Source.HubFile source) {
        return files.stream().filter(file -> file.isOf(source)).findFirst();
    }

    /** What was fetched of a repository's revision. */
    public List<PulledFile> of(String repository, String revision) {
        return files.stream().filter(file -> file.hub().equals(repository) && file.revision().equals(revision)).toList();
    }

    /**
     * Notes a file, in place of what was noted of it before, and writes the lock file beside a registry.
     *
     * @throws Refusal if it cannot be written
     */
    public static void note(PulledFile pulled, Path registry) {
        try (LockedFile file = LockedFile.open(registry.resolveSibling(FILE))) {
            ModelsLock now = beside(registry).with(pulled);
            file.replace(out -> out.write(Json.writeIndented(now).getBytes(StandardCharsets.UTF_8)));
        }
    }

    ModelsLock with(PulledFile pulled) {
        Stream<PulledFile> others = files.stream().filter(file -> ORDER.compare(file, pulled) != 0);
        return new ModelsLock(SCHEMA, Stream.concat(others, Stream.of(pulled)).sorted(ORDER).toList());
    }
}
