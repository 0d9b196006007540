package pruefstand.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Which files in a folder this program wrote, so that it never removes or replaces any other. */
final class Manifest {

    static final String NAME = ".pruefstand-site";

    private final Path out;

    Manifest(Path out) {
        this.out = out;
    }

    /** The files of the last build, from the folder's root; none before the first. */
    Set<String> read() {
        Path file = out.resolve(NAME);
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file, StandardCharsets.UTF_8).stream().filter(this::staysInside).collect(Collectors.toSet())
                    : Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes further files, before the first of them is written. */
    void add(Collection<String> files) throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve(NAME), lines(files), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String lines(Collection<String> files) {
        return files.stream().sorted().map(name -> name + "\n").collect(Collectors.joining());
    }

    /** Says that these are all. */
    void write(Collection<String> files) throws IOException {
        Files.createDirectories(out);
        Path file = out.resolve(NAME);
        String text = lines(files);
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }

    private boolean staysInside(String name) {
        Path root = out.toAbsolutePath().normalize();
        Path file = root.resolve(name).normalize();
        return !name.isBlank() && file.startsWith(root) && !file.equals(root);
    }
}
