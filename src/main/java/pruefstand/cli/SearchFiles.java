package pruefstand.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pruefstand.model.FileHashes;
import pruefstand.model.OnnxFiles;
import pruefstand.model.PassingFolder;
import pruefstand.model.Prompts;
import pruefstand.model.UserCache;
import pruefstand.run.Opening;
import pruefstand.text.Sha256;

/** Where a search keeps what it can make anew, and under which names. */
final class SearchFiles {

    private static final int NAME_BYTES = 8;

    private SearchFiles() {
    }

    /** The folder of a review file's index: the one that was named, else one of its own in this user's cache. */
    static Path folder(Optional<Path> named, Path catalogue) {
        return named.or(() -> place(catalogue)).orElseGet(() -> PassingFolder.make("pruefstand-search").path());
    }

    /** The folder in this user's cache, if there is one already. */
    static Optional<Path> kept(Path catalogue) {
        return place(catalogue).filter(Files::isDirectory);
    }

    /** Where it would lie. */
    static Optional<Path> place(Path catalogue) {
        return UserCache.folder("search").map(folder -> folder.resolve(Sha256.hex(catalogue.toAbsolutePath().normalize().toString(), NAME_BYTES)));
    }

    /** What tells the vectors of one model from those of others: its file, and how it is asked. */
    static String id(Opening opening, Prompts prompts) {
        FileHashes hashes = FileHashes.ofThisUser();
        String files = opening.source().place().stream().flatMap(place -> files(place).stream()).map(hashes::sha256)
                .collect(Collectors.joining(" "));
        return Sha256.hex(String.join("\n", files.isEmpty() ? opening.source().toString() : files, opening.settings().pooling().toString(),
                opening.settings().adapter().toString(), prompts.query(), prompts.document()), NAME_BYTES);
    }

    private static List<Path> files(Path place) {
        return Files.isDirectory(place) ? OnnxFiles.graphs(place) : List.of(place);
    }
}
