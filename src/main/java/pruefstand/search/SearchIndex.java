package pruefstand.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import pruefstand.text.Sha256;

/**
 * The index of some passages on disk, made anew when they have changed.
 *
 * @param folder in which it lies, for these passages alone
 * @param passages in their order
 * @param encoder that makes vectors of them; empty: words only
 */
record SearchIndex(Path folder, List<Passage> passages, Optional<TextEncoder> encoder) {

    /** Part of every index's name; to be raised when the same passages would be indexed otherwise. */
    private static final int VERSION = 1;
    private static final String DRAFT = "draft-";
    private static final int HASH_BYTES = 8;

    IndexReader open() throws IOException {
        String hash = hash();
        Path current = folder.resolve(hash + "-" + encoder.map(TextEncoder::id).orElse("words"));
        if (!Files.isDirectory(current)) {
            make(current);
            removeOthersThan(hash);
        }
        return PassageIndex.open(part -> directory(current, part), parts(current));
    }

    /** Written beside and moved into place whole; whoever makes the same at the same time makes the same. */
    private void make(Path current) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempDirectory(folder, DRAFT);
        try {
            write(draft);
            if (!Files.isDirectory(current)) {
                Files.move(draft, current, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            delete(draft);
        }
    }

    private void write(Path draft) throws IOException {
        PassageIndex index = PassageIndex.ranking(Vocabulary.of(passages));
        if (encoder.isEmpty()) {
            index.write(passages, Optional.empty(), part -> directory(draft, part));
            return;
        }
        try (StoredVectors vectors = new VectorStore(folder, encoder.get())
                .of(passages.size(), number -> PassageIndex.searched(passages.get(number)))) {
            index.write(passages, Optional.of(vectors::of), part -> directory(draft, part));
        }
    }

    private void removeOthersThan(String hash) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : all.filter(Files::isDirectory).toList()) {
                String name = each.getFileName().toString();
                if (!name.startsWith(hash) && !name.startsWith(DRAFT)) {
                    delete(each);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    private static int parts(Path index) throws IOException {
        try (Stream<Path> parts = Files.list(index)) {
            return (int) parts.count();
        }
    }

    private static Directory directory(Path index, int part) {
        try {
            return FSDirectory.open(index.resolve("part-" + part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String hash() {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) VERSION);
        for (Passage passage : passages) {
            digest.update(PassageIndex.searched(passage).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }
}
