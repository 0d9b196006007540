package pruefstand.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Seeded mutations of the small models: bytes flipped, lengths enlarged, files cut, and pieces of one put into another. */
final class HeaderMutations {

    private static final long[] LENGTHS = {0, 1, 2, 0x7F, 0x80, 0xFF, 0xFFFF, 0x10000, 1L << 31, (1L << 32) - 1, 1L << 32, 1L << 40,
        Long.MAX_VALUE, -1, Long.MIN_VALUE};

    private static final int SHORTEST_NAME = 5;

    private final Random random;
    private final List<Path> models;
    private final Path folder;
    private final Map<Path, byte[]> contents = new HashMap<>();
    private final Map<Path, List<Integer>> places = new HashMap<>();

    /**
     * Mutations of models.
     *
     * @param models {@code .gguf} files, and ONNX folders
     * @param folder that takes each mutated file in its turn
     */
    HeaderMutations(long seed, List<Path> models, Path folder) {
        this.random = new Random(seed);
        this.models = List.copyOf(models);
        this.folder = folder;
    }

    /** Writes the next mutated model in the place of the one before it. */
    Path next() {
        try {
            Path model = models.get(random.nextInt(models.size()));
            if (!Files.isDirectory(model)) {
                return Files.write(folder.resolve("mutated.gguf"), mutated(model));
            }
            Path copy = Files.createDirectories(folder.resolve("onnx"));
            for (String settings : List.of("config.json", "tokenizer.json", "tokenizer_config.json")) {
                Files.write(copy.resolve(settings), Files.readAllBytes(model.resolve(settings)));
            }
            Files.write(copy.resolve("model.onnx"), mutated(model.resolve("model.onnx")));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] mutated(Path file) throws IOException {
        byte[] bytes = read(file).clone();
        List<Integer> telling = places.computeIfAbsent(file, _ -> telling(bytes));
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = telling.get(random.nextInt(telling.size())) + random.nextInt(24) - 12;
            change(bytes, Math.clamp(at, 0, bytes.length - Long.BYTES), telling);
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private void change(byte[] bytes, int at, List<Integer> telling) throws IOException {
        switch (random.nextInt(5)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> overwrite(bytes, at, LENGTHS[random.nextInt(LENGTHS.length)], random.nextBoolean() ? Long.BYTES : Integer.BYTES);
            case 3 -> splice(bytes, at, bytes, telling.get(random.nextInt(telling.size())));
            default -> splice(bytes, at, other(), random.nextInt(20_000));
        }
    }

    /** Where a header says something: near names. */
    private static List<Integer> telling(byte[] bytes) {
        List<Integer> places = new ArrayList<>(List.of(4, 8, 16, 24));
        int letters = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean isLetter = bytes[i] >= 'a' && bytes[i] <= 'z' || bytes[i] == '_' || bytes[i] == '.';
            letters = isLetter ? letters + 1 : 0;
            if (letters == SHORTEST_NAME) {
                places.add(i - SHORTEST_NAME);
            }
        }
        return places;
    }

    private byte[] other() throws IOException {
        Path model = models.get(random.nextInt(models.size()));
        return read(Files.isDirectory(model) ? model.resolve("model.onnx") : model);
    }

    private byte[] read(Path file) throws IOException {
        byte[] known = contents.get(file);
        if (known == null) {
            known = Files.readAllBytes(file);
            contents.put(file, known);
        }
        return known;
    }

    private void splice(byte[] bytes, int at, byte[] from, int start) {
        int length = Math.min(1 + random.nextInt(64), Math.min(bytes.length - at, from.length - start));
        System.arraycopy(from, start, bytes, at, Math.max(0, length));
    }

    private static void overwrite(byte[] bytes, int at, long value, int width) {
        for (int i = 0; i < width; i++) {
            bytes[at + i] = (byte) (value >>> (Byte.SIZE * i));
        }
    }
}
