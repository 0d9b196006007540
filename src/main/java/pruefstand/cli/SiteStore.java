package pruefstand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import pruefstand.json.JsonException;
import pruefstand.model.UserCache;
import pruefstand.record.History;
import pruefstand.record.PackedHistory;
import pruefstand.record.WholeFile;
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
        return held.flatMap(in -> SiteState.read(in.file, out.resolve("index.html")));
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

    void keep(SiteState state) {
        try {
            if (held.isPresent()) {
                state.write(held.get().file);
            }
        } catch (IOException _) {
            // The site is built all the same, and the next time as well.
        }
    }

    /** The records as a build kept them; empty where they are not those. */
    Optional<History> records(long sum) {
        try {
            byte[] packed = held.isPresent() ? Files.readAllBytes(records(held.get())) : new byte[0];
            return SiteState.sum(packed, 0) == sum ? Optional.of(PackedHistory.read(packed)) : Optional.empty();
        } catch (IOException | JsonException _) {
            return Optional.empty();
        }
    }

    /** Keeps the records, and returns what tells them from others. */
    long keep(History records) {
        byte[] packed = PackedHistory.of(records);
        try {
            if (held.isPresent()) {
                WholeFile.write(records(held.get()), out -> out.write(packed));
            }
        } catch (IOException _) {
            // The files themselves are read the next time.
        }
        return SiteState.sum(packed, 0);
    }

    private static Path records(Held held) {
        return held.file.resolveSibling(held.file.getFileName() + ".records");
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
