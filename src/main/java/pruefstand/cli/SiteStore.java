package pruefstand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import pruefstand.model.UserCache;
import pruefstand.record.WholeFile;
import pruefstand.search.IndexStore;
import pruefstand.site.Halves;
import pruefstand.site.Rebuilt;
import pruefstand.text.Refusal;
import pruefstand.text.Sha256;

/**
 * Where it is kept what a site was last made of: in the user's cache, since the site itself may be published. One build at a time has it.
 * Where nothing can be kept, every build is the first.
 */
final class SiteStore implements AutoCloseable {

    private static final int NAME_BYTES = 8;

    private final Path out;
    private final Optional<Held> held;

    private SiteStore(Path out, Optional<Held> held) {
        this.out = out;
        this.held = held;
    }

    private record Held(Path file, FileChannel lock) {

        Path beside(String ending) {
            return file.resolveSibling(file.getFileName() + "." + ending);
        }
    }

    /**
     * That of a site. Waits for another build of it to end.
     *
     * @throws Refusal if this very program builds it
     */
    static SiteStore open(Root root, Path out) {
        return new SiteStore(out, UserCache.folder("site", root.terminal().environment())
                .flatMap(folder -> held(root, out, folder.resolve(Sha256.hex(out.toAbsolutePath().normalize().toString(), NAME_BYTES)))));
    }

    private static Optional<Held> held(Root root, Path out, Path file) {
        try {
            Files.createDirectories(file.getParent());
            FileChannel lock = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                root.note("cli.site.waits", out);
                lock.lock();
            }
            return Optional.of(new Held(file, lock));
        } catch (OverlappingFileLockException e) {
            throw Refusal.input("cli.site.twice", out).because(e);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    Optional<SiteState> state() {
        return held.flatMap(in -> SiteState.read(in.file, in.beside("files"), out.resolve("index.html")));
    }

    /** Tells the site as it was last built from others; empty where nothing was kept. */
    Optional<String> stamp() {
        try {
            return held.isPresent() && Files.exists(held.get().file) ? Optional.of(HexFormat.of().formatHex(Sha256.digest().digest(Files.readAllBytes(held.get().file)))) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Before a file of the site is touched: whoever is interrupted has kept nothing. */
    void forget() {
        try {
            if (held.isPresent()) {
                Files.deleteIfExists(held.get().file);
            }
        } catch (IOException _) {
            // Then it tells of files that will no longer stand as they did.
        }
    }

    /** Keeps how files stand, and tells it from others; empty where it cannot be kept. */
    OptionalLong keep(SiteBase base) {
        try {
            if (held.isEmpty()) {
                return OptionalLong.empty();
            }
            byte[] bytes = base.bytes();
            WholeFile.write(held.get().beside("files"), to -> to.write(bytes));
            return OptionalLong.of(SiteState.sum(bytes, 0));
        } catch (IOException _) {
            return OptionalLong.empty(); // the site is built all the same, and the next time as well
        }
    }

    void keep(SiteState state) {
        try {
            if (held.isPresent()) {
                state.write(held.get().file);
            }
        } catch (IOException _) {
            // The site is built all the same, and the next time as well.
        }
    }

    /**
     * What was kept of the pages.
     *
     * @param before the build that kept it; empty: nothing was
     */
    Halves halves(Optional<Rebuilt> before) {
        return held.map(in -> Halves.at(in.beside("halves"), before.map(Rebuilt::halves).orElse(OptionalLong.empty()))).orElseGet(Halves::none);
    }

    /** What was kept of the search. */
    IndexStore index(Optional<Rebuilt> before) {
        return new IndexStore(held.map(in -> in.beside("index")), before.map(Rebuilt::index).orElse(OptionalLong.empty()));
    }

    @Override
    public void close() {
        try {
            if (held.isPresent()) {
                held.get().lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
