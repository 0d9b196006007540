package pruefstand.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import pruefstand.text.Sha256;

/**
 * Files of the site that are not yet whole. They lie in a hidden folder of its own, where no page is looked for, and where the next build finds
 * all that one that was killed left, without looking through the site.
 */
final class Drafts {

    /** Within the site, since files move at once only where they lie on one disk. */
    static final String FOLDER = ".pruefstand-drafts";
    private static final int NAME_BYTES = 16;

    private final Path folder;
    private final Lazy<Path> made;

    Drafts(Path out) {
        this.folder = out.resolve(FOLDER);
        this.made = Lazy.of(this::make);
    }

    private Path make() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a file is to be written until it is whole; an address may be longer than the name of a file. */
    Path of(String address) {
        return made.get().resolve(Sha256.hex(address, NAME_BYTES));
    }

    /** Removes them all, whoever left them. */
    void clear() throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (Path draft : all()) {
                Files.deleteIfExists(draft);
            }
            Files.delete(folder);
        }
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.toList();
        }
    }
}
