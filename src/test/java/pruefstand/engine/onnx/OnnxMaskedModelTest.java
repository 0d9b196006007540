package pruefstand.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import pruefstand.engine.Engine;
import pruefstand.engine.MaskedModel;
import pruefstand.engine.MaskedScores;
import pruefstand.engine.TokenCandidate;

class OnnxMaskedModelTest {

    private static final int MOST = 5;

    @Test
    void theLikeliestTokensAreThoseOfPyTorch() {
        List<Map<?, ?>> items = Exports.items("mlm");
        assertEquals(5, items.size());
        try (Engine engine = Exports.open("mlm", 1)) {
            MaskedModel model = engine.masked().orElseThrow();
            assertEquals("[MASK]", model.mask());
            assertEquals(256, model.maxInputTokens());
            List<List<TokenCandidate>> found = model.fill(items.stream().map(item -> (String) item.get("text")).toList(), MOST);
            for (int i = 0; i < items.size(); i++) {
                List<?> expected = (List<?>) items.get(i).get("top5");
                for (int rank = 0; rank < MOST; rank++) {
                    Map<?, ?> token = (Map<?, ?>) expected.get(rank);
                    TokenCandidate candidate = found.get(i).get(rank);
                    assertEquals(((Number) token.get("id")).intValue(), candidate.id());
                    assertEquals(token.get("token"), candidate.token());
                    assertEquals(Exports.number(token, "prob"), Math.exp(candidate.logLikelihood()), 2e-5);
                }
            }
        }
    }

    @Test
    void aTextWithoutAMaskHasNoCandidates() {
        try (Engine engine = Exports.open("mlm", 1)) {
            MaskedModel model = engine.masked().orElseThrow();
            List<List<TokenCandidate>> found = model.fill(List.of("No mask.", "The [MASK].", "", Exports.text() + " [MASK]"), 1);
            assertEquals(List.of(0, 1, 0, 0), found.stream().map(List::size).toList());
            assertThrows(IllegalArgumentException.class, () -> model.fill(List.of("The [MASK]."), 0));
        }
    }

    @Test
    void aWordIsATokenWhereItStandsIfItIsOne() {
        try (Engine engine = Exports.open("mlm", 1)) {
            MaskedModel model = engine.masked().orElseThrow();
            assertEquals(OptionalInt.of(316), model.tokenOf("it", "The king of [MASK] was a great man."));
            assertEquals(OptionalInt.of(316), model.tokenOf("It", "[MASK] was a great man."), "the model reads lower case only");
            assertEquals(OptionalInt.empty(), model.tokenOf("Donaudampfschiff", "The [MASK] was great."), "several tokens");
            assertEquals(OptionalInt.empty(), model.tokenOf("it", "The [MASK]ing was great."), "melts into what follows");
            assertEquals(OptionalInt.empty(), model.tokenOf("it", Exports.text() + " [MASK]"), "not read");
            assertEquals(OptionalInt.empty(), model.tokenOf("it", "no mask"));
        }
    }

    // The reference says what is likely in the place of the mask; a text in which it stands there has that score in that place.
    @Test
    void scoresAreThoseOfAMaskInEachPlace() {
        try (Engine engine = Exports.open("mlm", 1)) {
            MaskedModel model = engine.masked().orElseThrow();
            for (Map<?, ?> item : Exports.items("mlm").subList(0, 3)) {
                Map<?, ?> first = (Map<?, ?>) ((List<?>) item.get("top5")).getFirst();
                String text = ((String) item.get("text")).replace("[MASK]", (String) first.get("token"));
                MaskedScores scores = model.score(List.of(text)).getFirst();
                assertEquals(((List<?>) item.get("token_ids")).size() - 2, scores.logLikelihoods().length);
                int place = ((Number) item.get("mask_index")).intValue() - 1;
                assertEquals(Math.log(Exports.number(first, "prob")), scores.logLikelihoods()[place], 1e-4);
            }
        }
    }

    @Test
    void aTextThatIsTooLongIsCutAndSaysSo() {
        try (Engine engine = Exports.open("mlm", 2)) {
            MaskedModel model = engine.masked().orElseThrow();
            List<MaskedScores> scores = model.score(List.of("", "[MASK] [MASK]", Exports.text().substring(0, 2000)));
            assertEquals(List.of(0, 2, 254), scores.stream().map(score -> score.logLikelihoods().length).toList());
            assertEquals(List.of(false, false, true), scores.stream().map(MaskedScores::truncated).toList());
        }
    }

    // As the reference did it: windows of 94 tokens, of which every seventh is hidden, seven times.
    @Test
    void theLossOnATextIsThatOfPyTorch() {
        List<Tokens> hidden = new ArrayList<>();
        List<long[]> windows = new ArrayList<>();
        long[] all;
        try (TextTokenizer whole = TextTokenizer.open(Exports.folder("mlm").resolve("tokenizer.json"), 100_000)) {
            Tokens tokens = whole.encode(Exports.text());
            all = tokens.own().mapToLong(i -> tokens.ids()[i]).toArray();
        }
        assertEquals(751, all.length);
        for (int start = 0; start < all.length; start += 94) {
            long[] window = Arrays.copyOfRange(all, start, Math.min(all.length, start + 94));
            for (int pass = 0; pass < 7; pass++) {
                windows.add(window);
                hidden.add(hidden(window, pass));
            }
        }
        try (Engine engine = Exports.open("mlm", 1)) {
            assertEquals(4.732056861804781, -sum(((OnnxEngine) engine).reader(), hidden, windows) / all.length, 1e-4);
        }
    }

    private static Tokens hidden(long[] window, int pass) {
        long[] ids = new long[window.length + 2];
        ids[0] = 2;
        System.arraycopy(window, 0, ids, 1, window.length);
        ids[window.length + 1] = 3;
        for (int i = pass; i < window.length; i += 7) {
            ids[i + 1] = 4;
        }
        return new Tokens(ids, new long[ids.length], new boolean[ids.length], false);
    }

    private static double sum(TextReader reader, List<Tokens> hidden, List<long[]> windows) {
        return reader.compute(hidden, "logits", (input, row, output) -> {
            double sum = 0;
            for (int i = input % 7; i < windows.get(input).length; i += 7) {
                sum += OnnxMaskedModel.logLikelihood(output.of(row, i + 1), windows.get(input)[i]);
            }
            return sum;
        }).stream().mapToDouble(Double::doubleValue).sum();
    }

    @Test
    void aMaskedModelDoesNothingElse() {
        try (Engine engine = Exports.open("mlm", 1)) {
            assertTrue(engine.encoder().isEmpty());
            assertTrue(engine.reranker().isEmpty());
        }
    }
}
