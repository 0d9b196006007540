package pruefstand.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import pruefstand.text.Refusal;

/** Writes the files of the site: only those that changed, each whole or not at all, and never over a file that is not its own. */
final class SiteWriter {

    private final Path out;
    private final Manifest manifest;
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private final Map<Path, Path> folders = new ConcurrentHashMap<>();
    private final Set<String> belonging = new HashSet<>();
    private final Set<String> before;
    private final boolean isEmpty;

    SiteWriter(Path out) throws IOException {
        this.out = out;
        this.manifest = new Manifest(out);
        this.before = manifest.read();
        this.isEmpty = isEmpty(out);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    /**
     * Makes ready to write these files, beside those that it was made ready for before.
     *
     * @throws Refusal if the folder already holds files of the same names that this program did not write
     */
    void begin(Collection<String> files) throws IOException {
        List<String> more = files.stream().filter(file -> !before.contains(file)).toList();
        List<String> strangers = isEmpty ? List.of() : more.stream()
                .filter(file -> Files.exists(out.resolve(file), LinkOption.NOFOLLOW_LINKS)).sorted().toList();
        if (!strangers.isEmpty()) {
            throw Refusal.input("site.out.occupied", out, String.join(", ", strangers.subList(0, Math.min(5, strangers.size()))),
                    strangers.size());
        }
        belonging.addAll(files);
        if (!more.isEmpty()) {
            manifest.add(more);
        }
    }

    void write(String file, byte[] content) throws IOException {
        Path target = out.resolve(file);
        if (isFresh(target, content.length) || !Arrays.equals(Files.readAllBytes(target), content)) {
            replace(target, part -> Files.write(part, content));
        } else {
            unchanged.incrementAndGet();
        }
    }

    /** Writes a copy of a file. */
    void copy(String file, Path from) throws IOException {
        Path target = out.resolve(file);
        if (isFresh(target, Files.size(from)) || Files.mismatch(target, from) >= 0) {
            replace(target, part -> Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING));
        } else {
            unchanged.incrementAndGet();
        }
    }

    /** Whether there is no such file of this length yet. */
    private boolean isFresh(Path target, long length) throws IOException {
        return isEmpty || !Files.isRegularFile(target) || Files.size(target) != length;
    }

    private void replace(Path target, Content content) throws IOException {
        folders.computeIfAbsent(target.getParent(), SiteWriter::made);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        content.writeTo(part);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        written.incrementAndGet();
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What goes into a file. */
    @FunctionalInterface
    private interface Content {

        void writeTo(Path file) throws IOException;
    }

    /** Removes what an earlier build wrote and this one did not; says how many files that were. */
    int end() throws IOException {
        Set<String> old = new TreeSet<>(before);
        old.removeAll(belonging);
        int removed = 0;
        for (String file : old) {
            removed += Files.deleteIfExists(out.resolve(file)) ? 1 : 0;
            removeEmptyFolders(out.resolve(file).getParent());
        }
        manifest.write(belonging);
        return removed;
    }

    private void removeEmptyFolders(Path folder) throws IOException {
        if (folder.equals(out) || !Files.isDirectory(folder)) {
            return;
        }
        try (var inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder);
        removeEmptyFolders(folder.getParent());
    }

    int written() {
        return written.get();
    }

    int unchanged() {
        return unchanged.get();
    }
}
