package pruefstand.model.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.task.Shared;
import pruefstand.text.Refusal;

/** Whatever is done to a header, it is read or refused, with little memory. */
class MutatedGgufTest {

    private static final int MUTATIONS = 1_000;
    private static final long MOST_BYTES = 4_000_000;
    private static final long[] INTERESTING = {0, 1, -1, 0x7F, 0x80, 0xFFFF, 1L << 31, (1L << 32) - 1, 1L << 40, Long.MAX_VALUE,
        Long.MIN_VALUE};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tiny-de-en-xs-q4_0.gguf", "fixtures/tiny-qwen3moe-f32.gguf"})
    void isReadOrRefused(String name) throws IOException {
        byte[] whole = Files.readAllBytes(Shared.file("models/" + name));
        Random random = new Random(20_261_121);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            refused += read(mutated(whole, random), "mutation " + i) ? 0 : 1;
        }
        assertTrue(refused > MUTATIONS / 4 && refused < MUTATIONS, refused + " refused");
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(Shared.file("models/tiny-de-en-xs-q4_0.gguf"));
        int refused = 0;
        for (int length = 0; length < whole.length; length += 1_499) {
            refused += read(Arrays.copyOf(whole, length), "length " + length) ? 0 : 1;
        }
        assertEquals(Math.ceilDiv(whole.length, 1_499), refused);
    }

    /** Whether the file was read; anything but that or a refusal fails. */
    private boolean read(byte[] bytes, String what) throws IOException {
        Path file = Files.write(folder.resolve("mutated.gguf"), bytes);
        long before = allocated();
        boolean read = false;
        try {
            GgufArtifact.of(file, GgufHeader.read(file));
            read = true;
        } catch (RuntimeException e) {
            assertInstanceOf(Refusal.class, e, what);
        }
        long used = allocated() - before;
        assertTrue(used < MOST_BYTES, what + " took " + used + " bytes");
        return read;
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int header = 60_000;
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(random.nextBoolean() ? 2_000 : header);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> overwrite(bytes, at, INTERESTING[random.nextInt(INTERESTING.length)]);
                default -> System.arraycopy(bytes, random.nextInt(header), bytes, at, 1 + random.nextInt(64));
            }
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static void overwrite(byte[] bytes, int at, long value) {
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[at + i] = (byte) (value >>> (Byte.SIZE * i));
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
