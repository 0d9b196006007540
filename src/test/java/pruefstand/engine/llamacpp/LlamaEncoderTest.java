package pruefstand.engine.llamacpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pruefstand.engine.Embedding;
import pruefstand.engine.Encoder;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.model.Pooling;
import pruefstand.task.Shared;

class LlamaEncoderTest {

    private static final String BI_ENCODER = "tiny-bert-de-en-embed-f16.gguf";

    @Test
    void vectorsAreThoseOfPyTorch() {
        List<?> items = (List<?>) Models.reference("ref/tiny-bert-de-en-embed.json").get("items");
        List<String> texts = items.stream().map(item -> (String) ((Map<?, ?>) item).get("text")).toList();
        try (Engine engine = Models.open(BI_ENCODER, 1)) {
            List<Embedding> embeddings = engine.encoder().orElseThrow().embed(texts);
            for (int i = 0; i < items.size(); i++) {
                Map<?, ?> expected = (Map<?, ?>) items.get(i);
                assertEquals(((List<?>) expected.get("token_ids")).size(), embeddings.get(i).tokens());
                double[] vector = Models.numbers(expected.get("embedding"));
                assertEquals(1, dot(vector, embeddings.get(i).vector()), 1e-6, texts.get(i));
            }
        }
    }

    @Test
    void aTextHasTheSameVectorWhateverTheBatch() {
        List<String> texts = texts();
        try (Engine engine = Models.open(BI_ENCODER, 1)) {
            Encoder encoder = engine.encoder().orElseThrow();
            List<Embedding> together = encoder.embed(texts);
            for (int size : new int[] {1, 8}) {
                for (int start = 0; start + size <= texts.size(); start += 2 * size + 3) {
                    List<Embedding> alone = encoder.embed(texts.subList(start, start + size));
                    for (int i = 0; i < size; i++) {
                        assertArrayEquals(together.get(start + i).vector(), alone.get(i).vector(), 1e-6f, texts.get(start + i));
                    }
                }
            }
        }
    }

    @Test
    void twoThreadsGiveWhatOneGives() {
        List<String> texts = texts().subList(0, 3);
        try (Engine one = Models.open(BI_ENCODER, 1); Engine two = Models.open(BI_ENCODER, 2)) {
            List<Embedding> expected = one.encoder().orElseThrow().embed(texts);
            List<Embedding> found = two.encoder().orElseThrow().embed(texts);
            for (int i = 0; i < texts.size(); i++) {
                assertArrayEquals(expected.get(i).vector(), found.get(i).vector(), 1e-4f);
            }
        }
    }

    @Test
    void aTooLongTextIsCutAndSaysSo() {
        try (Engine engine = Models.open(BI_ENCODER, 1)) {
            Encoder encoder = engine.encoder().orElseThrow();
            assertEquals(256, encoder.maxInputTokens());
            Embedding cut = encoder.embed(List.of(Models.text("de"))).getFirst();
            assertTrue(cut.truncated());
            assertEquals(256, cut.tokens());
            Embedding whole = encoder.embed(List.of("Kurz.")).getFirst();
            assertFalse(whole.truncated());
        }
    }

    @Test
    void anEmptyTextIsWhatSurroundsEveryText() {
        try (Engine engine = Models.open(BI_ENCODER, 1)) {
            Embedding empty = engine.encoder().orElseThrow().embed(List.of("")).getFirst();
            assertEquals(2, empty.tokens());
            assertEquals(1, dot(doubles(empty.vector()), empty.vector()), 1e-6);
        }
    }

    @Test
    void anEncoderNeitherScoresNorGenerates() {
        try (Engine engine = Models.open(BI_ENCODER, 1)) {
            assertTrue(engine.scorer().isEmpty());
            assertTrue(engine.speed().isEmpty());
            assertEquals("mean", engine.description().settings().get("pooling"));
        }
    }

    @Test
    void aRerankerDoesNotEncodeUnlessTold() {
        try (Engine engine = Models.open("fixtures/tiny-rerank-f32.gguf", 1)) {
            assertTrue(engine.encoder().isEmpty());
            assertTrue(engine.scorer().isEmpty());
        }
    }

    @Test
    void aDecoderPoolsWhenTold() {
        List<String> texts = texts().subList(0, 12);
        for (Pooling pooling : Pooling.values()) {
            EngineSettings settings = new EngineSettings(1, OptionalInt.empty(), Optional.of(pooling), true);
            try (Engine engine = Models.library().open(Shared.file("models/tiny-de-en-xs-f16.gguf"), settings)) {
                Encoder encoder = engine.encoder().orElseThrow();
                List<Embedding> together = encoder.embed(texts);
                assertEquals(64, encoder.dimension());
                for (int i = 0; i < texts.size(); i++) {
                    Embedding alone = encoder.embed(List.of(texts.get(i))).getFirst();
                    assertArrayEquals(alone.vector(), together.get(i).vector(), 1e-5f, pooling + " " + i);
                }
                assertEquals(0, encoder.embed(List.of("")).getFirst().tokens());
            }
        }
        try (Engine engine = Models.open("tiny-de-en-xs-f16.gguf", 1)) {
            assertTrue(engine.encoder().isEmpty());
        }
    }

    @Test
    void withoutNormalizingTheDirectionStaysTheSame() {
        EngineSettings raw = new EngineSettings(1, OptionalInt.empty(), Optional.empty(), false);
        try (Engine engine = Models.library().open(Shared.file("models/" + BI_ENCODER), raw);
                Engine unit = Models.open(BI_ENCODER, 1)) {
            float[] vector = engine.encoder().orElseThrow().embed(List.of("Der Zug kommt.")).getFirst().vector();
            float[] scaled = unit.encoder().orElseThrow().embed(List.of("Der Zug kommt.")).getFirst().vector();
            double length = Math.sqrt(dot(doubles(vector), vector));
            assertTrue(Math.abs(length - 1) > 0.01, "length " + length);
            assertEquals(length, dot(doubles(vector), scaled), 1e-5 * length);
        }
    }

    private static List<String> texts() {
        String[] words = Models.text("de").split("\\s+");
        Random random = new Random(11);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            int count = 1 + random.nextInt(i % 4 == 0 ? 90 : 25);
            int start = random.nextInt(words.length - count);
            texts.add(String.join(" ", Arrays.copyOfRange(words, start, start + count)));
        }
        return texts;
    }

    private static double[] doubles(float[] vector) {
        double[] doubles = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            doubles[i] = vector[i];
        }
        return doubles;
    }

    private static double dot(double[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
