package pruefstand.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pruefstand.text.Sha256;

/**
 * Vectors of texts that were encoded before, found by the hash of the text, so that a changed catalogue costs its changed
 * paragraphs. One file an encoder, only ever added to: for each text the first 16 bytes of its SHA-256, the length of the vector,
 * the vector. What a crash cut off is written over; one process at a time adds to it.
 */
final class VectorStore {

    private static final int BATCH = 64;
    private static final String ENDING = ".vectors";

    private final Path file;
    private final TextEncoder encoder;

    VectorStore(Path folder, TextEncoder encoder) {
        this.file = folder.resolve(encoder.id() + ENDING);
        this.encoder = encoder;
    }

    /**
     * A vector for each text, made now where there is none.
     *
     * @param count of the texts
     * @param text by its number, from 0
     */
    StoredVectors of(int count, IntFunction<String> text) throws IOException {
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (FileLock _ = channel.lock()) {
            Map<Hash, Long> places = new HashMap<>();
            channel.truncate(read(channel, places));
            channel.position(channel.size());
            List<Hash> hashes = IntStream.range(0, count).mapToObj(text).map(Hash::of).toList();
            encode(channel, missing(hashes, places), text, places);
            return new StoredVectors(channel, hashes.stream().mapToLong(places::get).toArray());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Of each of these texts that has one the vector, without an encoder. */
    static Map<String, float[]> kept(Path folder, String id, List<String> texts) throws IOException {
        Path file = folder.resolve(id + ENDING);
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Map<Hash, Long> places = new HashMap<>();
            read(channel, places);
            List<String> there = texts.stream().distinct().filter(text -> places.containsKey(Hash.of(text))).toList();
            StoredVectors vectors = new StoredVectors(channel, there.stream().mapToLong(text -> places.get(Hash.of(text))).toArray());
            return IntStream.range(0, there.size()).boxed().collect(Collectors.toMap(there::get, vectors::of));
        }
    }

    /** Finds what is there; returns how many bytes of the file are whole records. */
    private static long read(FileChannel channel, Map<Hash, Long> places) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(StoredVectors.HEAD_BYTES);
        long at = 0;
        while (StoredVectors.fill(channel, head, at)) {
            Hash hash = new Hash(head.getLong(), head.getLong());
            long end = at + StoredVectors.HEAD_BYTES + (long) head.getInt() * Float.BYTES;
            if (end < at + StoredVectors.HEAD_BYTES || end > channel.size()) {
                break;
            }
            places.put(hash, at);
            at = end;
        }
        return at;
    }

    private static Map<Hash, Integer> missing(List<Hash> hashes, Map<Hash, Long> places) {
        Map<Hash, Integer> missing = new LinkedHashMap<>();
        for (int i = 0; i < hashes.size(); i++) {
            if (!places.containsKey(hashes.get(i))) {
                missing.putIfAbsent(hashes.get(i), i);
            }
        }
        return missing;
    }

    private void encode(FileChannel channel, Map<Hash, Integer> missing, IntFunction<String> text, Map<Hash, Long> places) throws IOException {
        List<Map.Entry<Hash, Integer>> all = new ArrayList<>(missing.entrySet());
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Map.Entry<Hash, Integer>> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            List<float[]> vectors = encoder.ofPassages(batch.stream().map(each -> text.apply(each.getValue())).toList());
            for (int i = 0; i < batch.size(); i++) {
                places.put(batch.get(i).getKey(), channel.position());
                write(channel, batch.get(i).getKey(), vectors.get(i));
            }
        }
    }

    private static void write(FileChannel channel, Hash hash, float[] vector) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(StoredVectors.HEAD_BYTES + vector.length * Float.BYTES);
        bytes.putLong(hash.first).putLong(hash.second).putInt(vector.length);
        bytes.asFloatBuffer().put(vector);
        bytes.rewind();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * What tells a text from others: the first 16 bytes of its SHA-256.
     *
     * @param first eight of them
     * @param second eight of them
     */
    private record Hash(long first, long second) {

        private static Hash of(String text) {
            ByteBuffer digest = ByteBuffer.wrap(Sha256.of(text));
            return new Hash(digest.getLong(), digest.getLong());
        }
    }
}
