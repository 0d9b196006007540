package pruefstand.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pruefstand.text.Sha256;

/**
 * SHA-256 of model files, remembered: hashing 20 GB takes a minute, and a file whose size and time have not changed has not
 * changed. The memory is a convenience; where it cannot be kept, every call computes.
 */
public final class FileHashes {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Optional<Path> memory;

    /**
     * Remembers in a file.
     *
     * @param memory a properties file, made when needed; empty: nothing is remembered
     */
    public FileHashes(Optional<Path> memory) {
        this.memory = memory;
    }

    /** Remembers where this user's programs keep what they can compute anew. */
    public static FileHashes ofThisUser() {
        return new FileHashes(UserCache.folder("sha256.properties"));
    }

    /** Lower-case hexadecimal SHA-256 of a file's content. */
    public synchronized String sha256(Path file) {
        try {
            Path real = file.toRealPath();
            String state = state(real);
            Properties known = load();
            String remembered = known.getProperty(real.toString(), "");
            if (remembered.startsWith(state + " ") && HASH.matcher(remembered.substring(state.length() + 1)).matches()) {
                return remembered.substring(state.length() + 1);
            }
            String hash = compute(real);
            known.setProperty(real.toString(), state + " " + hash);
            keep(known);
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remembers a hash that was computed while the file's bytes were written. */
    public synchronized void remember(Path file, String sha256) {
        try {
            Properties known = load();
            known.setProperty(file.toRealPath().toString(), state(file.toRealPath()) + " " + sha256);
            keep(known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String state(Path real) throws IOException {
        return Files.size(real) + " " + Files.getLastModifiedTime(real).toInstant();
    }

    /**
     * Lower-case hexadecimal SHA-256 of several files: of one its own, of more that of a sorted list of their hashes and names, as
     * {@code sha256sum} prints it.
     */
    public String sha256(List<Path> files) {
        if (files.size() == 1) {
            return sha256(files.getFirst());
        }
        String list = files.stream().map(file -> sha256(file) + "  " + file.getFileName() + "\n").sorted()
                .collect(Collectors.joining());
        return Sha256.hex(list);
    }

    private static String compute(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
        }
    }

    /** What is remembered; nothing where the memory cannot be read or is damaged: then every hash is computed anew. */
    private Properties load() {
        Properties known = new Properties();
        if (memory.isPresent() && Files.isRegularFile(memory.get())) {
            try (InputStream in = Files.newInputStream(memory.get())) {
                known.load(in);
            } catch (IOException | IllegalArgumentException _) {
                return new Properties();
            }
        }
        return known;
    }

    private void keep(Properties known) {
        memory.ifPresent(file -> {
            try {
                write(known, file);
            } catch (IOException _) {
                return; // the hash itself is known, and the next call computes it again
            }
        });
    }

    private static void write(Properties known, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), "sha256", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                known.store(out, null);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
