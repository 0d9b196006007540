package pruefstand.model.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import pruefstand.model.Source;
import pruefstand.model.WeightFormat;

/** Looks through folders for model files. What cannot be read is passed over: it is not ours. */
final class StoreScan {

    private static final int DEEPEST = 12;
    private static final long LARGEST_MANIFEST = 1 << 20;

    private final StoreFolders folders;
    /** By the file that is meant in the end, since stores link to one another. */
    private final Map<Path, FoundFile> found = new LinkedHashMap<>();

    StoreScan(StoreFolders folders) {
        this.folders = folders;
    }

    List<FoundFile> files(List<Path> further) {
        folders.hub().repositories().forEach(this::hub);
        folders.ollama().forEach(this::ollama);
        Stream.of(folders.lmStudio().stream(), Stream.of(folders.llamaCpp()), further.stream()).flatMap(all -> all)
                .forEach(folder -> walk(folder, file -> add(file, file.getFileName().toString(), Optional.empty())));
        return List.copyOf(found.values());
    }

    private void hub(Path repository) {
        String name = repository.getFileName().toString().substring("models--".length()).replaceFirst("--", "/");
        Path snapshots = repository.resolve("snapshots");
        walk(snapshots, file -> {
            Path within = snapshots.relativize(file);
            String path = within.subpath(1, within.getNameCount()).toString().replace('\\', '/');
            add(file, file.getFileName().toString(),
                    Optional.of(new Source.HubFile(name, within.getName(0).toString(), path, Optional.empty())));
        });
    }

    private void ollama(Path store) {
        Path manifests = store.resolve("manifests");
        visit(manifests, file -> {
            Path within = manifests.relativize(file);
            if (within.getNameCount() >= 3) {
                String name = within.getName(within.getNameCount() - 2) + "-" + within.getFileName();
                manifest(file).flatMap(OllamaManifest::blob).map(store.resolve("blobs")::resolve).filter(Files::isRegularFile)
                        .ifPresent(blob -> add(blob, name, Optional.empty()));
            }
        });
    }

    private static Optional<String> manifest(Path file) {
        try {
            return Files.size(file) > LARGEST_MANIFEST ? Optional.empty() : Optional.of(Files.readString(file));
        } catch (IOException _) {
            return Optional.empty(); // what cannot be read names no model of ours
        }
    }

    private void walk(Path folder, Consumer<Path> take) {
        visit(folder, file -> {
            if (WeightFormat.of(file.getFileName().toString()) == WeightFormat.GGUF && Files.isRegularFile(file)) {
                take.accept(file);
            }
        });
    }

    private void add(Path file, String name, Optional<Source.HubFile> hub) {
        try {
            found.putIfAbsent(file.toRealPath(), new FoundFile(file.toAbsolutePath().normalize(), name, hub));
        } catch (IOException _) {
            return; // it went while we looked
        }
    }

    /** Files in the order of their names, so that the same machine always gives the same list. */
    private static void visit(Path folder, Consumer<Path> take) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.stream().sorted().forEach(take);
    }
}
