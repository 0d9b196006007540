package pruefstand.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import pruefstand.text.Refusal;

/** Writes the files of the site: only those that changed, each whole or not at all, and never over a file that is not its own. */
final class SiteWriter {

    private final Path out;
    private final Manifest manifest;
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private Set<String> before = Set.of();

    SiteWriter(Path out) {
        this.out = out;
        this.manifest = new Manifest(out);
    }

    /**
     * Makes ready to write these files.
     *
     * @throws Refusal if the folder already holds files of the same names that this program did not write
     */
    void begin(Collection<String> files) throws IOException {
        before = manifest.read();
        List<String> strangers = files.stream().filter(file -> !before.contains(file))
                .filter(file -> Files.exists(out.resolve(file), LinkOption.NOFOLLOW_LINKS)).sorted().toList();
        if (!strangers.isEmpty()) {
            throw Refusal.input("site.out.occupied", out, String.join(", ", strangers.subList(0, Math.min(5, strangers.size()))),
                    strangers.size());
        }
        Set<String> all = new TreeSet<>(before);
        all.addAll(files);
        manifest.write(all);
    }

    void write(String file, byte[] content) throws IOException {
        Path target = out.resolve(file);
        if (Files.isRegularFile(target) && Files.size(target) == content.length
                && Arrays.equals(Files.readAllBytes(target), content)) {
            unchanged.incrementAndGet();
            return;
        }
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.write(part, content);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        written.incrementAndGet();
    }

    /** Removes what an earlier build wrote and this one did not; says how many files that were. */
    int end(Collection<String> files) throws IOException {
        Set<String> old = new TreeSet<>(before);
        old.removeAll(Set.copyOf(files));
        int removed = 0;
        for (String file : old) {
            removed += Files.deleteIfExists(out.resolve(file)) ? 1 : 0;
            removeEmptyFolders(out.resolve(file).getParent());
        }
        manifest.write(files);
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
