package pruefstand.site;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import pruefstand.text.Refusal;

/**
 * Writes the files of the site: only those that changed, each whole or not at all, and never over a file that is not its own. To be closed, also
 * where a build fails.
 */
final class SiteWriter implements AutoCloseable {

    private final Path out;
    private final Manifest manifest;
    private final Drafts drafts;
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private final Set<String> belonging = new HashSet<>();
    /** Files of the build before that this one has not begun. */
    private final Lazy<Set<String>> before;
    private final boolean isEmpty;
    private final Optional<Set<Path>> touched;
    private final BooleanSupplier mayWrite;
    private int added;

    private SiteWriter(Path out, Optional<Set<Path>> touched, BooleanSupplier mayWrite) throws IOException {
        this.out = out;
        this.touched = touched;
        this.mayWrite = mayWrite;
        this.manifest = new Manifest(out);
        this.drafts = new Drafts(out);
        this.before = Lazy.of(manifest::read);
        this.isEmpty = isEmpty(out);
    }

    /** Of everything. */
    static SiteWriter all(Path out) throws IOException {
        return new SiteWriter(out, Optional.empty(), () -> true);
    }

    /**
     * Of some files of a site that stands; it notes which, as there are few.
     *
     * @param mayWrite asked before each {@link #write} that changes something; where it may not, nothing is done
     */
    static SiteWriter some(Path out, BooleanSupplier mayWrite) throws IOException {
        return new SiteWriter(out, Optional.of(ConcurrentHashMap.newKeySet()), mayWrite);
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
        List<String> more = files.stream().filter(file -> !before.get().contains(file) && !begun(file)).toList();
        List<String> strangers = isEmpty ? List.of() : more.stream()
                .filter(file -> Files.exists(out.resolve(file), LinkOption.NOFOLLOW_LINKS)).sorted().toList();
        if (!strangers.isEmpty()) {
            throw Refusal.input("site.out.occupied", out, String.join(", ", strangers.subList(0, Math.min(5, strangers.size()))),
                    strangers.size());
        }
        belonging.addAll(files);
        files.forEach(before.get()::remove); // of what stays one name is enough
        added += more.size();
        if (!more.isEmpty()) {
            makeFolder();
            manifest.add(more);
        }
    }

    private void makeFolder() throws IOException {
        try {
            Files.createDirectories(out);
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            throw Refusal.input("site.out.impossible", out, e.getFile()).because(e);
        }
    }

    /**
     * Makes ready to write these files into a folder of a site that stands as it was built, and removes what else that has there.
     *
     * @param folder with a slash at the end
     * @return how many files were removed
     */
    int beginAgain(String folder, Set<String> files) throws IOException {
        if (files.equals(in(folder))) {
            return 0;
        }
        begin(files);
        before.get().stream().filter(file -> !file.startsWith(folder)).forEach(belonging::add);
        note(out.resolve(Manifest.NAME));
        return end();
    }

    private Set<String> in(String folder) throws IOException {
        if (!Files.isDirectory(out.resolve(folder))) {
            return Set.of();
        }
        try (var inside = Files.list(out.resolve(folder))) {
            return inside.map(file -> folder + file.getFileName()).collect(Collectors.toSet());
        }
    }

    /** Whether it was made ready to write a file. */
    boolean begun(String file) {
        return belonging.contains(file);
    }

    /** Leaves so many files as they are, which are known to be as they should be. */
    void leave(int files) {
        unchanged.addAndGet(files);
    }

    void write(String file, byte[] content) throws IOException {
        Path target = out.resolve(file);
        if (isFresh(target, content.length) || !Arrays.equals(Files.readAllBytes(target), content)) {
            if (mayWrite.getAsBoolean()) {
                replace(file, content);
            }
        } else {
            unchanged.incrementAndGet();
        }
    }

    /** Writes a file that is too large to be held in memory. */
    void write(String file, Content.Pieces content) throws IOException {
        if (!mayWrite.getAsBoolean()) {
            return;
        }
        Path target = out.resolve(file);
        make(target.getParent());
        Path draft = isEmpty ? target : drafts.of(file);
        try (Writer to = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(draft), StandardCharsets.UTF_8))) {
            content.write(to);
        }
        if (!isEmpty && Files.isRegularFile(target) && Files.mismatch(draft, target) < 0) {
            Files.delete(draft);
            unchanged.incrementAndGet();
            return;
        }
        note(target);
        if (!isEmpty) {
            move(draft, target);
        }
        written.incrementAndGet();
    }

    /** Writes a copy of a file. */
    void copy(String file, Path from) throws IOException {
        write(file, Files.readAllBytes(from));
    }

    /** Whether there is no such file of this length yet. */
    private boolean isFresh(Path target, long length) throws IOException {
        return isEmpty || !Files.isRegularFile(target) || Files.size(target) != length;
    }

    /** In a folder that was empty nobody reads yet, so that nothing must appear at once. */
    private void replace(String file, byte[] content) throws IOException {
        Path target = out.resolve(file);
        make(target.getParent());
        note(target);
        if (isEmpty) {
            Files.write(target, content);
        } else {
            Path draft = drafts.of(file);
            Files.write(draft, content);
            move(draft, target);
        }
        written.incrementAndGet();
    }

    private static void move(Path draft, Path target) throws IOException {
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw Refusal.input("site.out.folder", target);
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Each model has a folder, so that each is asked for once. */
    private void make(Path folder) throws IOException {
        if (folders.contains(folder)) {
            return;
        }
        if (folder.equals(out)) {
            Files.createDirectories(folder);
        } else {
            make(folder.getParent());
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder)) {
                    throw Refusal.input("site.out.file", folder).because(e);
                }
            }
        }
        folders.add(folder);
    }

    /** Removes what an earlier build wrote and this one did not; says how many files that were. */
    int end() throws IOException {
        Set<String> old = new TreeSet<>(before.get());
        old.removeAll(belonging);
        int removed = 0;
        for (String file : old) {
            note(out.resolve(file));
            removed += Files.deleteIfExists(out.resolve(file)) ? 1 : 0;
            removeEmptyFolders(out.resolve(file).getParent());
        }
        manifest.write(belonging, drafts);
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

    private void note(Path file) {
        touched.ifPresent(noted -> noted.add(file));
    }

    /** Files that were written or removed; empty where all were to be written. */
    Optional<Set<Path>> touched() {
        return touched.map(Set::copyOf);
    }

    /** How many files earlier builds had not. */
    int added() {
        return added;
    }

    int written() {
        return written.get();
    }

    int unchanged() {
        return unchanged.get();
    }

    /** Removes what did not become whole, in this build or in one that was killed. */
    @Override
    public void close() throws IOException {
        drafts.clear();
    }
}
