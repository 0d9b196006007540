package pruefstand.model.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import pruefstand.json.Json;
import pruefstand.json.JsonException;

/**
 * What {@code pull} has put into the hub's cache, and nobody else: only that may be taken away again. A list beside the user's other
 * caches, a line a file; several programs may write to it at once.
 *
 * @param list file that keeps it
 */
public record PulledWeights(Path list) {

    /**
     * A file that was pulled.
     *
     * @param path in a snapshot of the hub's cache
     * @param sha256 of its content
     * @param bytes its size
     * @param used when it was fetched, or last asked for
     */
    public record Weights(String path, String sha256, long bytes, Instant used) {

        public Path file() {
            return Path.of(path);
        }
    }

    /** All that are still there as they were pulled, the longest unused first. */
    public List<Weights> all() {
        return read().stream().filter(PulledWeights::isThere).sorted(Comparator.comparing(Weights::used).thenComparing(Weights::path)).toList();
    }

    private static boolean isThere(Weights weights) {
        try {
            return Files.isRegularFile(weights.file()) && Files.size(weights.file()) == weights.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes a file that was just fetched. */
    public void add(Path file, String sha256, long bytes, Instant now) {
        change(file, new Weights(file.toAbsolutePath().normalize().toString(), sha256, bytes, now), true);
    }

    /** Notes that a file is used, if it is one of these. */
    public void use(Path file, Instant now) {
        String path = file.toAbsolutePath().normalize().toString();
        read().stream().filter(weights -> weights.path().equals(path)).findFirst()
                .ifPresent(weights -> change(file, new Weights(path, weights.sha256(), weights.bytes(), now), true));
    }

    /**
     * Takes away what has been unused longest, until so many bytes are free.
     *
     * @param bytes how many
     * @param needed files that stay, whatever happens
     * @return what was taken away; nothing where all that may go would not be enough
     */
    public List<Weights> evict(long bytes, Set<Path> needed) {
        Set<Path> real = new TreeSet<>();
        needed.forEach(file -> real.add(real(file)));
        List<Weights> candidates = all().stream().filter(weights -> !real.contains(real(weights.file()))).toList();
        if (candidates.stream().mapToLong(Weights::bytes).sum() < bytes) {
            return List.of();
        }
        long freed = 0;
        List<Weights> gone = new ArrayList<>();
        for (Weights weights : candidates) {
            if (freed >= bytes) {
                break;
            }
            delete(weights);
            gone.add(weights);
            freed += weights.bytes();
        }
        return gone;
    }

    /** The link in the snapshot, and the blob that it leads to. */
    private void delete(Weights weights) {
        try {
            Path blob = weights.file().toRealPath();
            Files.deleteIfExists(weights.file());
            Files.deleteIfExists(blob);
            change(weights.file(), weights, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException _) {
            return file.toAbsolutePath().normalize(); // a link to nowhere, say
        }
    }

    private void change(Path file, Weights weights, boolean keep) {
        String path = file.toAbsolutePath().normalize().toString();
        // A lock on a file keeps other programs off, and threads of this one are refused by it instead of waiting.
        synchronized (PulledWeights.class) {
            try {
                Files.createDirectories(list.getParent());
                try (FileChannel channel = FileChannel.open(list.resolveSibling("." + list.getFileName() + ".lock"),
                        StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock _ = channel.lock()) {
                    write(Stream.concat(read().stream().filter(other -> !other.path().equals(path)), keep ? Stream.of(weights)
                            : Stream.empty()).map(Json::write).toList());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void write(List<String> lines) throws IOException {
        Path draft = Files.createTempFile(list.getParent(), ".pulled", ".part");
        Files.write(draft, lines);
        Files.move(draft, list, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A list that is damaged counts as empty: nothing is taken away then. */
    private List<Weights> read() {
        if (!Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Weights> lines = Json.lines(Files.newInputStream(list), list.toString(), Weights.class)) {
            return lines.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonException _) {
            return List.of();
        }
    }
}
