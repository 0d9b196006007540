package pruefstand.engine.lexical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.engine.Embedding;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.text.Refusal;

class WordVectorsTest {

    private static final String TEXT = "4 3\nder 1 0 0\nHaus 0 2 0 \nhaus 9 9 9\nGrün 0.5 -1e0 2.5E-1\n";

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("woerter.vec");
    }

    // Known are der (of "Der") and Haus: (1 0 0) and (0 2 0), the mean (0.5 1 0).
    @Test
    void aTextHasTheMeanOfItsWords() throws IOException {
        Embedding embedding = embed(TEXT.getBytes(StandardCharsets.UTF_8), "Der Haus, blau!");
        assertArrayEquals(new float[] {0.5f, 1, 0}, embedding.vector());
        assertEquals(2, embedding.tokens());
    }

    @Test
    void readsNumbersAsTheyAreWritten() throws IOException {
        assertArrayEquals(new float[] {0.5f, -1, 0.25f}, embed(TEXT.getBytes(StandardCharsets.UTF_8), "Grün").vector());
    }

    @Test
    void aTextOfUnknownWordsHasTheZeroVector() throws IOException {
        Embedding embedding = embed(TEXT.getBytes(StandardCharsets.UTF_8), "blau, GRÜN; dre");
        assertArrayEquals(new float[3], embedding.vector());
        assertEquals(0, embedding.tokens());
        assertEquals(0, embed(TEXT.getBytes(StandardCharsets.UTF_8), "").tokens());
    }

    @Test
    void readsFloatsWithAndWithoutLineEnds() throws IOException {
        for (String end : List.of("\n", "")) {
            byte[] bytes = binary(3, end, "der", 1, 0, 0, "Haus", 0, 2, 0, "über_uns", 0.1f, 0.2f, 0.3f);
            assertArrayEquals(new float[] {0.5f, 1, 0}, embed(bytes, "der Haus").vector());
            assertArrayEquals(new float[] {0.1f, 0.2f, 0.3f}, embed(bytes, "über_uns").vector());
        }
    }

    // Bytes of these floats are line feeds, spaces and digits.
    @Test
    void bytesOfFloatsThatLookLikeTextDoNotConfuse() throws IOException {
        float odd = ByteBuffer.wrap(new byte[] {'1', ' ', '2', '\n'}).getFloat();
        assertArrayEquals(new float[] {odd, odd}, embed(binary(2, "", "a", odd, odd, "b", odd, odd), "b").vector());
    }

    @Test
    void saysWhatIsMeasured() throws IOException {
        Files.writeString(file, TEXT);
        try (Engine engine = LexicalEngine.open(file, EngineSettings.withThreads(1))) {
            assertEquals("woerter.vec", engine.artifact().file());
            assertEquals(12, engine.artifact().parameters().orElseThrow());
            assertEquals(4, engine.artifact().vocabulary().orElseThrow());
            assertEquals(3, engine.encoder().orElseThrow().dimension());
            float[] unit = engine.encoder().orElseThrow().embed(List.of("Haus")).getFirst().vector();
            assertArrayEquals(new float[] {0, 1, 0}, unit);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "\"\"|header", "\"3\n\"|header", "\"der 1 0 0\n\"|header", "\"0 3\n\"|header", "\"1 0\n\"|header", "\"1 100000\n\"|header",
        "\"999999999 9\na 1\n\"|count", "\"2 2\na 1 2\n\"|truncated", "\"2 2\na 1 2\nb\n\"|truncated", "\"1 3\na 1 2\n\"|truncated",
        "\"\u0080\u0002}q\u0001(X\u0005\u0000\u0000\u0000\"|header"})
    void refusesWhatIsNoneOrNotWhole(String content, String problem) throws IOException {
        Files.writeString(file, content);
        Refusal refusal = assertThrows(Refusal.class, () -> LexicalEngine.open(file, raw()).close());
        assertEquals("engine.lexical.vectors." + problem, refusal.what().key());
        assertTrue(refusal.getMessage().contains("woerter.vec"), refusal.getMessage());
    }

    @Test
    void refusesAMissingFile() {
        Refusal refusal = assertThrows(Refusal.class, () -> LexicalEngine.open(file, raw()).close());
        assertEquals("engine.lexical.vectors.missing", refusal.what().key());
    }

    @ParameterizedTest
    @CsvSource({"b 1 2 3, row", "b 1, row", "b 1 x, number", "b 1 NaN, number", "b 1 1e99, number"})
    void aBrokenRowIsRefusedWhenItIsRead(String row, String problem) throws IOException {
        Files.writeString(file, "3 2\na 1 2\n" + row + "\nc 5 6\n");
        try (Engine engine = LexicalEngine.open(file, raw())) {
            assertArrayEquals(new float[] {5, 6}, engine.encoder().orElseThrow().embed(List.of("c")).getFirst().vector());
            Refusal refusal = assertThrows(Refusal.class, () -> engine.encoder().orElseThrow().embed(List.of("b")));
            assertEquals("engine.lexical.vectors." + problem, refusal.what().key());
        }
    }

    @Test
    void changedBytesAreReadOrRefused() throws IOException {
        byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
        byte[] floats = binary(3, "\n", "der", 1, 0, 0, "Haus", 0, 2, 0);
        Random random = new Random(5);
        for (int i = 0; i < 600; i++) {
            byte[] bytes = i % 2 == 0 ? text.clone() : floats.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            bytes = Arrays.copyOf(bytes, i % 3 == 0 ? random.nextInt(bytes.length) : bytes.length);
            try {
                embed(bytes, "der Haus", "Grün");
            } catch (Refusal e) {
                assertTrue(e.what().key().startsWith("engine.lexical.vectors."), e.what().key());
            }
        }
    }

    private Embedding embed(byte[] content, String... texts) throws IOException {
        Files.write(file, content);
        try (Engine engine = LexicalEngine.open(file, raw())) {
            return engine.encoder().orElseThrow().embed(List.of(texts)).getFirst();
        }
    }

    private static EngineSettings raw() {
        return new EngineSettings(1, OptionalInt.empty(), Optional.empty(), false);
    }

    private static byte[] binary(int dimension, String rowEnd, Object... rows) {
        ByteBuffer out = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
        out.put((rows.length / (dimension + 1) + " " + dimension + "\n").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] instanceof String word) {
                out.put((word + " ").getBytes(StandardCharsets.UTF_8));
            } else {
                out.putFloat(((Number) rows[i]).floatValue());
            }
            if (i % (dimension + 1) == dimension) {
                out.put(rowEnd.getBytes(StandardCharsets.UTF_8));
            }
        }
        return Arrays.copyOf(out.array(), out.position());
    }
}
