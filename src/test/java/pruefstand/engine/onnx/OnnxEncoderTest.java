package pruefstand.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.Embedding;
import pruefstand.engine.Encoder;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.model.Pooling;
import pruefstand.text.Refusal;

class OnnxEncoderTest {

    @TempDir
    private Path folder;

    @Test
    void vectorsAreThoseOfPyTorch() {
        List<Map<?, ?>> items = Exports.items("embed");
        List<String> texts = items.stream().map(item -> (String) item.get("text")).toList();
        assertEquals(20, texts.size());
        try (Engine engine = Exports.open("embed", 1)) {
            List<Embedding> embeddings = engine.encoder().orElseThrow().embed(texts);
            for (int i = 0; i < items.size(); i++) {
                double[] expected = Exports.numbers(items.get(i).get("embedding"));
                assertEquals(1, Exports.dot(expected, embeddings.get(i).vector()), 1e-6, texts.get(i));
                assertEquals(((List<?>) items.get(i).get("token_ids")).size(), embeddings.get(i).tokens());
            }
        }
    }

    @Test
    void tokensAreThoseOfTheReference() {
        try (TextTokenizer tokenizer = TextTokenizer.open(Exports.folder("embed").resolve("tokenizer.json"), 256)) {
            for (Map<?, ?> item : Exports.items("embed")) {
                assertArrayEquals(Exports.integers(item.get("token_ids")), tokenizer.encode((String) item.get("text")).ids());
            }
            for (Map<?, ?> item : Exports.items("cross")) {
                Tokens tokens = tokenizer.encode((String) item.get("query"), (String) item.get("passage"));
                assertArrayEquals(Exports.integers(item.get("token_ids")), tokens.ids());
                assertArrayEquals(Exports.integers(item.get("token_type_ids")), tokens.types());
            }
        }
    }

    @Test
    void aTextHasTheSameVectorWhateverTheBatch() {
        List<String> texts = Exports.pieces(64);
        try (Engine engine = Exports.open("embed", 1)) {
            Encoder encoder = engine.encoder().orElseThrow();
            List<Embedding> together = encoder.embed(texts);
            for (int size : new int[] {1, 8}) {
                for (int start = 0; start + size <= texts.size(); start += size) {
                    List<Embedding> alone = encoder.embed(texts.subList(start, start + size));
                    for (int i = 0; i < size; i++) {
                        assertArrayEquals(together.get(start + i).vector(), alone.get(i).vector(), 1e-6f, texts.get(start + i));
                    }
                }
            }
        }
    }

    // The encoder divides 64 texts further; here 1, at least 8, and all of them go through the graph in one call.
    @Test
    void aTokenHasTheSameValuesHoweverManyTextsACallHolds() {
        try (Engine engine = Exports.open("embed", 1)) {
            TextReader reader = ((OnnxEngine) engine).reader();
            List<Tokens> inputs = Exports.pieces(64).stream().map(reader::tokens).toList();
            int longest = inputs.stream().mapToInt(Tokens::length).max().orElseThrow();
            assertEquals(1, TokenBatch.plan(inputs, 64 * longest).size());
            List<float[]> alone = lastTokens(reader, inputs, 1);
            for (int texts : new int[] {8, 64}) {
                List<float[]> together = lastTokens(reader, inputs, texts * longest);
                for (int i = 0; i < inputs.size(); i++) {
                    assertArrayEquals(alone.get(i), together.get(i), 1e-5f, texts + " texts in a call, text " + i);
                }
            }
        }
    }

    private static List<float[]> lastTokens(TextReader reader, List<Tokens> inputs, int budget) {
        return reader.compute(inputs, "last_hidden_state", budget,
                (input, row, output) -> output.of(row, inputs.get(input).length() - 1).toArray(ValueLayout.JAVA_FLOAT));
    }

    @Test
    void theOrderOfTheTextsChangesNoBit() {
        List<String> texts = new ArrayList<>(Exports.pieces(40));
        texts.addAll(texts.subList(0, 10));
        List<Integer> order = new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
        Collections.shuffle(order, new Random(3));
        try (Engine engine = Exports.open("embed", 2)) {
            Encoder encoder = engine.encoder().orElseThrow();
            List<Embedding> expected = encoder.embed(texts);
            List<Embedding> shuffled = encoder.embed(order.stream().map(texts::get).toList());
            for (int i = 0; i < order.size(); i++) {
                assertArrayEquals(expected.get(order.get(i)).vector(), shuffled.get(i).vector());
            }
        }
    }

    @Test
    void aTooLongTextIsCutAndSaysSo() {
        try (Engine engine = Exports.open("embed", 1)) {
            Encoder encoder = engine.encoder().orElseThrow();
            assertEquals(256, encoder.maxInputTokens());
            Embedding cut = encoder.embed(List.of(Exports.text())).getFirst();
            assertTrue(cut.truncated());
            assertEquals(256, cut.tokens());
            assertFalse(encoder.embed(List.of("Kurz.")).getFirst().truncated());
        }
    }

    @Test
    void aSmallerContextCutsEarlierAndKeepsTheEnd() {
        EngineSettings eight = new EngineSettings(1, OptionalInt.of(8), Optional.empty(), true);
        try (Engine engine = OnnxEngine.open(Exports.folder("embed"), eight)) {
            assertEquals(8, engine.encoder().orElseThrow().maxInputTokens());
            assertEquals(8, engine.encoder().orElseThrow().embed(List.of("Der Gärtner zählt die Töpfe im Hof.")).getFirst().tokens());
        }
        try (TextTokenizer tokenizer = TextTokenizer.open(Exports.folder("embed").resolve("tokenizer.json"), 8)) {
            Tokens tokens = tokenizer.encode("Der Gärtner zählt die Töpfe im Hof.");
            assertArrayEquals(new long[] {2, 254, 1118, 159, 846, 2643, 159, 3}, tokens.ids());
            assertTrue(tokens.truncated());
        }
    }

    @Test
    void aContextWithoutRoomForATextIsRefused() {
        EngineSettings one = new EngineSettings(1, OptionalInt.of(1), Optional.empty(), true);
        Refusal refusal = assertThrows(Refusal.class, () -> OnnxEngine.open(Exports.folder("embed"), one).close());
        assertEquals("engine.onnx.context", refusal.what().key());
    }

    // What the tokenizer file says about padding and cutting is for those who ask nothing else of it.
    @Test
    void paddingOfTheTokenizerFileIsNotFollowed() throws IOException {
        Path file = folder.resolve("tokenizer.json");
        String json = Files.readString(Exports.folder("embed").resolve("tokenizer.json"));
        Files.writeString(file, json.replaceFirst("\"truncation\": null", """
                "truncation": {"direction": "Right", "max_length": 4, "strategy": "LongestFirst", "stride": 0}""")
                .replaceFirst("\"padding\": null", """
                "padding": {"strategy": {"Fixed": 40}, "direction": "Right", "pad_to_multiple_of": null, "pad_id": 0,
                 "pad_type_id": 0, "pad_token": "[PAD]"}"""));
        try (TextTokenizer tokenizer = TextTokenizer.open(file, 256)) {
            assertArrayEquals(new long[] {2, 254, 1118, 159, 846, 2643, 159, 255, 2129, 956, 348, 3352, 18, 3},
                    tokenizer.encode("Der Gärtner zählt die Töpfe im Hof.").ids());
        }
    }

    @Test
    void strangeTextsHaveVectorsToo() {
        try (Engine engine = Exports.open("embed", 1)) {
            for (Embedding embedding : engine.encoder().orElseThrow().embed(List.of("", "\0", "\uD800", "😀 \uDC00", "\u202E", "[PAD]"))) {
                assertTrue(embedding.tokens() >= 2);
                assertEquals(1, Exports.dot(doubles(embedding.vector()), embedding.vector()), 1e-5);
            }
        }
    }

    @Test
    void poolsAsTold() {
        String text = "Der Zug kommt.";
        float[] mean = vector(Pooling.MEAN, text);
        float[] first = vector(Pooling.CLS, text);
        float[] last = vector(Pooling.LAST, text);
        assertArrayEquals(vector(Exports.folder("embed"), Optional.empty(), text), mean);
        assertTrue(Exports.dot(doubles(first), mean) < 0.999);
        assertTrue(Exports.dot(doubles(last), mean) < 0.999);
        assertTrue(Exports.dot(doubles(last), first) < 0.999);
    }

    @Test
    void poolsAsTheExportSays() throws IOException {
        Path copy = Exports.copy("embed", folder.resolve("export"));
        Files.createDirectories(copy.resolve("1_Pooling"));
        Files.writeString(copy.resolve("1_Pooling/config.json"), "{\"pooling_mode_cls_token\": true}");
        assertArrayEquals(vector(Pooling.CLS, "Ein Satz."), vector(copy, Optional.empty(), "Ein Satz."));
        assertArrayEquals(vector(Pooling.LAST, "Ein Satz."), vector(copy, Optional.of(Pooling.LAST), "Ein Satz."));
    }

    @Test
    void withoutNormalizingTheDirectionStaysTheSame() {
        EngineSettings raw = new EngineSettings(1, OptionalInt.empty(), Optional.empty(), false);
        try (Engine engine = OnnxEngine.open(Exports.folder("embed"), raw); Engine unit = Exports.open("embed", 1)) {
            float[] vector = engine.encoder().orElseThrow().embed(List.of("Der Zug kommt.")).getFirst().vector();
            float[] scaled = unit.encoder().orElseThrow().embed(List.of("Der Zug kommt.")).getFirst().vector();
            double length = Math.sqrt(Exports.dot(doubles(vector), vector));
            assertTrue(Math.abs(length - 1) > 0.01, "length " + length);
            assertEquals(length, Exports.dot(doubles(vector), scaled), 1e-5 * length);
        }
    }

    private static float[] vector(Pooling pooling, String text) {
        return vector(Exports.folder("embed"), Optional.of(pooling), text);
    }

    private static float[] vector(Path export, Optional<Pooling> pooling, String text) {
        try (Engine engine = OnnxEngine.open(export, new EngineSettings(1, OptionalInt.empty(), pooling, true))) {
            return engine.encoder().orElseThrow().embed(List.of(text)).getFirst().vector();
        }
    }

    private static double[] doubles(float[] vector) {
        double[] doubles = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            doubles[i] = vector[i];
        }
        return doubles;
    }
}
