package pruefstand.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import pruefstand.text.Sha256;

/**
 * What a static index depends on. A file beside the index holds it, with a sum over all other files, so that a later build of the same
 * passages takes them as they are, and makes them anew where somebody changed one.
 *
 * @param text hash of everything that the index depends on
 */
record IndexKey(String text) {

    /** From the site's root; no query reads it. */
    static final String FILE = "search/key.txt";
    /** Part of every key; to be raised when the same passages would give other files. */
    static final int VERSION = 1;

    static IndexKey of(List<Passage> passages) {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) VERSION);
        Stream.of("parts.txt", "abbreviations.yaml").map(Resource::text).forEach(text -> update(digest, text));
        for (Passage passage : passages) {
            update(digest, passage.address());
            update(digest, passage.title());
            update(digest, passage.day().map(Object::toString).orElse(""));
            update(digest, passage.language().orElse(""));
            update(digest, passage.text());
        }
        return new IndexKey(HexFormat.of().formatHex(digest.digest()));
    }

    /** These files, and the one that tells what they are of. */
    SortedMap<String, byte[]> with(SortedMap<String, byte[]> files) {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        all.put(FILE, (text + "\n" + sum(files) + "\n").getBytes(StandardCharsets.US_ASCII));
        return all;
    }

    /** The files of a site that was built before; empty where they are of other passages, or not as they were written. */
    Optional<SortedMap<String, byte[]>> kept(Path site) {
        try {
            if (!Files.isRegularFile(site.resolve(FILE)) || !Files.readString(site.resolve(FILE)).startsWith(text)) {
                return Optional.empty();
            }
            SortedMap<String, byte[]> files = read(site);
            byte[] told = files.remove(FILE);
            SortedMap<String, byte[]> all = with(files);
            return Arrays.equals(told, all.get(FILE)) ? Optional.of(all) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static SortedMap<String, byte[]> read(Path site) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(site.resolve(FILE).getParent())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put("search/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static String sum(SortedMap<String, byte[]> files) {
        MessageDigest digest = Sha256.digest();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            update(digest, file.getKey());
            update(digest, file.getValue());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String text) {
        update(digest, text.getBytes(StandardCharsets.UTF_8));
    }

    /** With its length, so that no two lists give the same. */
    private static void update(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
