package pruefstand.site;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which files in a folder this program wrote, so that it never removes or replaces any other. */
final class Manifest {

    static final String NAME = ".pruefstand-site";

    private final Path out;

    Manifest(Path out) {
        this.out = out;
    }

    /** The files of the last build, from the folder's root; none before the first. The set is the caller's own. */
    Set<String> read() {
        Path file = out.resolve(NAME);
        try {
            endWithWholeName();
            return Files.exists(file)
                    ? Files.readAllLines(file, StandardCharsets.UTF_8).stream().filter(this::staysInside).collect(Collectors.toCollection(HashSet::new))
                    : new HashSet<>();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes further files, before the first of them is written. */
    void add(Collection<String> files) throws IOException {
        Files.createDirectories(out);
        endWithWholeName();
        write(out.resolve(NAME), sorted(files), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Removes what a build that was killed noted of a last name: it had not begun that file, and another may have the name that is left. */
    private void endWithWholeName() throws IOException {
        Path file = out.resolve(NAME);
        if (!Files.exists(file)) {
            return;
        }
        try (RandomAccessFile list = new RandomAccessFile(file.toString(), "r")) {
            long end = list.length();
            while (end > 0 && byteAt(list, end - 1) != '\n') {
                end--;
            }
            if (end < list.length()) {
                cut(file, end);
            }
        }
    }

    private static int byteAt(RandomAccessFile file, long at) throws IOException {
        file.seek(at);
        return file.read();
    }

    private static void cut(Path file, long length) throws IOException {
        try (FileChannel list = FileChannel.open(file, StandardOpenOption.WRITE)) {
            list.truncate(length);
        }
    }

    /** Says that these are all. */
    void write(Collection<String> files, Drafts drafts) throws IOException {
        Files.createDirectories(out);
        List<String> all = sorted(files);
        if (!holds(all)) {
            Path draft = drafts.of(NAME);
            write(draft, all, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(draft, out.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<String> sorted(Collection<String> files) {
        return files.stream().sorted().toList();
    }

    /** Line by line: the names of a large site are a hundred megabytes. */
    private static void write(Path file, List<String> names, OpenOption... how) throws IOException {
        try (Writer lines = Files.newBufferedWriter(file, StandardCharsets.UTF_8, how)) {
            for (String name : names) {
                lines.write(name);
                lines.write('\n');
            }
        }
    }

    private boolean holds(List<String> names) throws IOException {
        Path file = out.resolve(NAME);
        if (!Files.exists(file)) {
            return false;
        }
        Iterator<String> expected = names.iterator();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.allMatch(line -> expected.hasNext() && expected.next().equals(line)) && !expected.hasNext();
        }
    }

    private boolean staysInside(String name) {
        Path root = out.toAbsolutePath().normalize();
        Path file = root.resolve(name).normalize();
        return !name.isBlank() && file.startsWith(root) && !file.equals(root);
    }
}
