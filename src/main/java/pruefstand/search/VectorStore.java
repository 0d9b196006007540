package pruefstand.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Vectors of texts that were encoded before, found by the hash of the text, so that a changed catalogue costs its changed
 * paragraphs. One file an encoder, only ever added to: for each text the first 16 bytes of its SHA-256, the length of the vector,
 * the vector. What a crash cut off is written over; one process at a time adds to it.
 */
final class VectorStore {

    private static final int HASH_BYTES = 16;
    private static final int HEAD_BYTES = HASH_BYTES + Integer.BYTES;
    private static final int BATCH = 64;

    private final Path file;
    private final TextEncoder encoder;

    VectorStore(Path folder, TextEncoder encoder) {
        this.file = folder.resolve(encoder.id() + ".vectors");
        this.encoder = encoder;
    }

    /** A vector for each text, made now where there is none. */
    List<float[]> of(List<String> texts) throws IOException {
        List<String> hashes = texts.stream().map(VectorStore::hash).toList();
        Map<String, float[]> known = new HashMap<>();
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            channel.truncate(read(channel, Set.copyOf(hashes), known));
            Map<String, String> missing = new LinkedHashMap<>();
            for (int i = 0; i < hashes.size(); i++) {
                if (!known.containsKey(hashes.get(i))) {
                    missing.put(hashes.get(i), texts.get(i));
                }
            }
            encode(channel.position(channel.size()), missing, known);
        }
        return hashes.stream().map(known::get).toList();
    }

    /** Reads what is wanted; returns how many bytes of the file are whole records. */
    private static long read(FileChannel channel, Set<String> wanted, Map<String, float[]> known) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
        long at = 0;
        while (fill(channel, head, at)) {
            long end = at + HEAD_BYTES + (long) head.getInt(HASH_BYTES) * Float.BYTES;
            if (end < at + HEAD_BYTES || end > channel.size()) {
                break;
            }
            String hash = HexFormat.of().formatHex(head.array(), 0, HASH_BYTES);
            if (wanted.contains(hash)) {
                ByteBuffer bytes = ByteBuffer.allocate((int) (end - at - HEAD_BYTES));
                fill(channel, bytes, at + HEAD_BYTES);
                float[] vector = new float[bytes.capacity() / Float.BYTES];
                bytes.asFloatBuffer().get(vector);
                known.put(hash, vector);
            }
            at = end;
        }
        return at;
    }

    private static boolean fill(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
        bytes.clear();
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                return false;
            }
        }
        bytes.flip();
        return true;
    }

    private void encode(FileChannel channel, Map<String, String> missing, Map<String, float[]> known) throws IOException {
        String[] hashes = missing.keySet().toArray(String[]::new);
        for (int from = 0; from < hashes.length; from += BATCH) {
            List<String> batch = Arrays.asList(hashes).subList(from, Math.min(hashes.length, from + BATCH));
            List<float[]> vectors = encoder.ofPassages(batch.stream().map(missing::get).toList());
            for (int i = 0; i < batch.size(); i++) {
                known.put(batch.get(i), vectors.get(i));
                write(channel, batch.get(i), vectors.get(i));
            }
        }
    }

    private static void write(FileChannel channel, String hash, float[] vector) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + vector.length * Float.BYTES);
        bytes.put(HexFormat.of().parseHex(hash)).putInt(vector.length);
        bytes.asFloatBuffer().put(vector);
        bytes.rewind();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
