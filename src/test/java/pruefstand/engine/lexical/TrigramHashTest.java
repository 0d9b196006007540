package pruefstand.engine.lexical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.engine.Embedding;
import pruefstand.engine.Engine;
import pruefstand.text.Refusal;

/** The test vectors are those that come with the definition (data/REFERENCE.json, embedding). */
class TrigramHashTest {

    @Test
    void anEmptyTextHasTheZeroVector() {
        Embedding embedding = embed("");
        assertArrayEquals(new float[256], embedding.vector());
        assertEquals(0, embedding.tokens());
    }

    @Test
    void oneLetterIsOneTrigram() {
        assertCounts("a", Map.of(220, 1));
        assertEquals(1f, embed("a").vector()[220]);
    }

    @Test
    void countsWindowsOfThreeCodePoints() {
        assertCounts("ab", Map.of(96, 1, 232, 1));
        assertCounts("Hallo Welt", Map.of(20, 1, 31, 1, 50, 1, 52, 1, 86, 1, 87, 1, 108, 1, 147, 1, 221, 1, 246, 1));
    }

    @Test
    void anEmojiIsOneCodePoint() {
        assertCounts("Größe 😀", Map.of(19, 1, 22, 1, 75, 1, 130, 1, 160, 1, 172, 1, 241, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {"\" ha\";1352478611", "grö;303382188"})
    void hashesTheBytesOfUtf8(String trigram, long crc) {
        assertEquals(crc, TrigramHash.crc(trigram));
    }

    @Test
    void theVectorHasLengthOne() {
        double squares = 0;
        for (float x : embed("aaaa bbbb aaaa").vector()) {
            squares += (double) x * x;
        }
        assertEquals(1, squares, 1e-6);
    }

    @Test
    void aTextHasTheSameVectorWhateverElseIsInTheList() {
        try (Engine engine = LexicalEngine.open("trigram-hash")) {
            List<Embedding> embeddings = engine.encoder().orElseThrow().embed(List.of("Zug", "Hallo Welt", "Zug"));
            assertArrayEquals(embed("Zug").vector(), embeddings.get(0).vector());
            assertArrayEquals(embed("Hallo Welt").vector(), embeddings.get(1).vector());
            assertArrayEquals(embed("Zug").vector(), embeddings.get(2).vector());
        }
    }

    @Test
    void refusesABaselineThatDoesNotExist() {
        Refusal refusal = assertThrows(Refusal.class, () -> LexicalEngine.open("tetragram"));
        assertTrue(refusal.getMessage().contains("tetragram"), refusal.getMessage());
    }

    private static Embedding embed(String text) {
        try (Engine engine = LexicalEngine.open("trigram-hash")) {
            return engine.encoder().orElseThrow().embed(List.of(text)).getFirst();
        }
    }

    private static void assertCounts(String text, Map<Integer, Integer> expected) {
        int[] counts = new int[256];
        expected.forEach((index, count) -> counts[index] = count);
        assertArrayEquals(counts, TrigramHash.counts(text), text);
        assertEquals(Arrays.stream(counts).sum(), embed(text).tokens());
    }
}
