package pruefstand.engine.llamacpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.ComputeOptions;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.Reranker;
import pruefstand.task.Shared;

class LlamaRerankerTest {

    private static final String MODEL = "fixtures/tiny-rerank-f32.gguf";

    @TempDir
    private Path folder;

    @Test
    void scoresAreThoseOfPyTorch() {
        try (Engine engine = Models.open(MODEL, 1)) {
            Reranker reranker = engine.reranker().orElseThrow();
            for (Map<?, ?> item : items()) {
                double[] scores = reranker.rerank((String) item.get("query"), List.of((String) item.get("passage")));
                assertEquals(Models.number(item, "logit"), scores[0], 1e-3, item.toString());
            }
            assertEquals("off", engine.description().settings().get("flash_attention"));
        }
    }

    @Test
    void aPairIsReadAsTheModelWasTrained() {
        try (LlamaModel model = LlamaModel.load(LibraryLoader.load(Models.location(), _ -> { }), Shared.file("models/" + MODEL),
                ComputeOptions.DEFAULT, Optional.empty())) {
            LlamaVocabulary vocabulary = new LlamaVocabulary(model);
            for (Map<?, ?> item : items()) {
                int[] read = vocabulary.pair().join(vocabulary.tokenize((String) item.get("query"), false),
                        vocabulary.tokenize((String) item.get("passage"), false), 256).tokens();
                assertArrayEquals(Models.integers(item.get("token_ids")), read);
            }
        }
    }

    @Test
    void theLongerOfTheTwoIsCut() {
        TextPair pair = new TextPair(new int[] {1}, new int[] {2}, new int[] {3});
        assertArrayEquals(new int[] {1, 10, 11, 2, 20, 21, 3}, joined(pair, 7, 2, 9));
        assertArrayEquals(new int[] {1, 10, 11, 12, 2, 20, 3}, joined(pair, 7, 9, 1));
        assertArrayEquals(new int[] {1, 10, 11, 2, 20, 21, 3}, joined(pair, 7, 9, 9));
        assertTrue(pair.join(new int[9], new int[9], 7).truncated());
        assertFalse(pair.join(new int[2], new int[2], 7).truncated());
    }

    private static int[] joined(TextPair pair, int most, int queryLength, int documentLength) {
        return pair.join(IntStream.range(10, 10 + queryLength).toArray(),
                IntStream.range(20, 20 + documentLength).toArray(), most).tokens();
    }

    @Test
    void aDocumentHasTheSameScoreWhateverElseIsInTheList() {
        List<String> documents = items().stream().map(item -> (String) item.get("passage")).toList();
        try (Engine engine = Models.open(MODEL, 1)) {
            Reranker reranker = engine.reranker().orElseThrow();
            double[] together = reranker.rerank("Zweck der Prüfung", documents);
            double[] backwards = reranker.rerank("Zweck der Prüfung", documents.reversed());
            for (int i = 0; i < together.length; i++) {
                assertEquals(together[i], reranker.rerank("Zweck der Prüfung", List.of(documents.get(i)))[0], 1e-6);
                assertEquals(together[i], backwards[together.length - 1 - i]);
            }
            assertArrayEquals(new double[0], reranker.rerank("Zweck der Prüfung", List.of()));
        }
    }

    @Test
    void emptyAndLongTextsHaveAScoreToo() {
        try (Engine engine = Models.open(MODEL, 1)) {
            double[] scores = engine.reranker().orElseThrow().rerank("", List.of("", Models.text("de")));
            assertTrue(Double.isFinite(scores[0]) && Double.isFinite(scores[1]));
        }
    }

    /** With a template that writes what the tokenizer adds by itself, scores must be the same. */
    @Test
    void aTemplateOfTheModelsOwnIsFilledIn() throws IOException {
        Path file = withTemplate("[CLS]{query}[SEP]{document}[SEP]");
        try (Engine engine = Models.library().open(file, EngineSettings.withThreads(1))) {
            for (Map<?, ?> item : items()) {
                double[] scores = engine.reranker().orElseThrow().rerank((String) item.get("query"),
                        List.of((String) item.get("passage")));
                assertEquals(Models.number(item, "logit"), scores[0], 1e-3, item.toString());
            }
            double[] long_ = engine.reranker().orElseThrow().rerank(Models.text("de"), List.of("", Models.text("en"), "{query}"));
            assertEquals(3, Arrays.stream(long_).filter(Double::isFinite).count());
        }
        try (Engine engine = Models.library().open(withTemplate("[CLS]{document}[SEP]{query}[SEP]"), EngineSettings.withThreads(1));
                Engine plain = Models.open(MODEL, 1)) {
            assertEquals(plain.reranker().orElseThrow().rerank("b", List.of("a"))[0],
                    engine.reranker().orElseThrow().rerank("a", List.of("b"))[0], 1e-6);
        }
    }

    /** The file with one more entry at its start, filled up with spaces so that all tensors stay aligned. */
    private Path withTemplate(String template) throws IOException {
        byte[] key = "tokenizer.chat_template.rerank".getBytes(StandardCharsets.UTF_8);
        int bare = 2 * Long.BYTES + Integer.BYTES + key.length + template.length();
        byte[] text = (template + " ".repeat(Math.ceilDiv(bare, 32) * 32 - bare)).getBytes(StandardCharsets.UTF_8);
        ByteBuffer old = ByteBuffer.wrap(Files.readAllBytes(Shared.file("models/" + MODEL))).order(ByteOrder.LITTLE_ENDIAN);
        int count = Integer.BYTES * 2 + Long.BYTES;
        old.putLong(count, old.getLong(count) + 1);
        ByteBuffer entry = ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES + key.length + text.length)
                .order(ByteOrder.LITTLE_ENDIAN).putLong(key.length).put(key).putInt(8).putLong(text.length).put(text);
        int start = count + Long.BYTES;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(old.array(), 0, start);
        bytes.writeBytes(entry.array());
        bytes.write(old.array(), start, old.capacity() - start);
        return Files.write(folder.resolve("template" + Math.abs(template.hashCode()) + ".gguf"), bytes.toByteArray());
    }

    private static List<? extends Map<?, ?>> items() {
        List<?> items = (List<?>) Models.reference("fixtures/ref/tiny-rerank.json").get("items");
        assertEquals(10, items.size());
        return Collections.unmodifiableList(items.stream().map(item -> (Map<?, ?>) item).toList());
    }
}
