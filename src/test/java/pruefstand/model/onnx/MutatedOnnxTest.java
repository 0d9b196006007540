package pruefstand.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.task.Shared;
import pruefstand.text.Refusal;

/** Whatever is done to a graph file, it is read or refused, with little memory. */
class MutatedOnnxTest {

    private static final int MUTATIONS = 1_000;
    private static final long MOST_BYTES = 4_000_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"embed", "mlm"})
    void isReadOrRefused(String name) throws IOException {
        byte[] whole = graph(name);
        List<Integer> telling = offsetsThatTell(whole);
        Random random = new Random(20_261_121);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            refused += read(mutated(whole, telling, random), "mutation " + i) ? 0 : 1;
        }
        assertTrue(refused > MUTATIONS / 4 && refused < MUTATIONS, refused + " refused");
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] whole = graph("mlm");
        int refused = 0;
        for (int length = 0; length < whole.length; length += 7_001) {
            refused += read(Arrays.copyOf(whole, length), "length " + length) ? 0 : 1;
        }
        assertEquals(Math.ceilDiv(whole.length, 7_001), refused);
    }

    private static byte[] graph(String name) throws IOException {
        return Files.readAllBytes(Shared.file("models/onnx/tiny-bert-de-en-" + name + "/model.onnx"));
    }

    /** Offsets of bytes that are not values of weights: those near a name. */
    private static List<Integer> offsetsThatTell(byte[] whole) {
        List<Integer> offsets = new ArrayList<>();
        for (int i = 1; i + 4 < whole.length; i++) {
            if (Character.isLetter(whole[i]) && Character.isLetter(whole[i + 1]) && Character.isLetter(whole[i + 2])
                    && Character.isLetter(whole[i + 3])) {
                offsets.add(i - 1);
            }
        }
        return offsets;
    }

    /** Whether the file was read; anything but that or a refusal fails. */
    private boolean read(byte[] bytes, String what) throws IOException {
        Path file = Files.write(folder.resolve("model.onnx"), bytes);
        long before = allocated();
        boolean read = false;
        try {
            OnnxHeader.read(file).weights();
            read = true;
        } catch (RuntimeException e) {
            assertInstanceOf(Refusal.class, e, what);
        }
        long used = allocated() - before;
        assertTrue(used < MOST_BYTES, what + " took " + used + " bytes");
        return read;
    }

    private static byte[] mutated(byte[] whole, List<Integer> telling, Random random) {
        byte[] bytes = whole.clone();
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = Math.max(0, telling.get(random.nextInt(telling.size())) - random.nextInt(16));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> ByteBuffer.wrap(bytes, at, Long.BYTES).putLong(random.nextBoolean() ? -1 : random.nextLong());
                default -> System.arraycopy(bytes, telling.get(random.nextInt(telling.size())), bytes, at, 1 + random.nextInt(16));
            }
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
