package pruefstand.engine.lexical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pruefstand.engine.Document;
import pruefstand.engine.DocumentIndex;
import pruefstand.engine.Engine;
import pruefstand.engine.FoundDocument;

class LuceneSearchTest {

    private static final List<Document> THREE = List.of(new Document("a", "rot rot blau"), new Document("b", "rot"),
            new Document("c", "gelb gelb gelb gelb gelb"));

    // N = 3, df(rot) = 2, mean length 3. idf = ln(1 + 1.5 / 2.5) = 0.4700036. a: 2 / (2 + 1.5) · idf = 0.2685735;
    // b: 1 / (1 + 1.5 · (0.25 + 0.75 / 3)) · idf = 0.2685735. One more "blau", df = 1, idf = ln(1 + 2.5 / 1.5) = 0.9808293:
    // a gains 1 / 2.5 · idf = 0.3923317.
    @Test
    void bm25IsWhatTheFormulaGives() {
        List<FoundDocument> found = search("bm25", THREE, "rot blau", 3);
        assertEquals(List.of("a", "b", "c"), found.stream().map(FoundDocument::id).toList());
        assertEquals(0.2685735 + 0.3923317, found.get(0).score(), 1e-6);
        assertEquals(0.2685735, found.get(1).score(), 1e-6);
        assertEquals(0, found.get(2).score());
    }

    // idf(rot) = 1 + ln(4 / 3) = 1.2876821. a: √2 · 1.2876821 / √3 = 1.0513880; b: 1.2876821.
    @Test
    void tfIdfIsWhatTheFormulaGives() {
        List<FoundDocument> found = search("tf-idf", THREE, "rot", 2);
        assertEquals(List.of("b", "a"), found.stream().map(FoundDocument::id).toList());
        assertEquals(1.2876821, found.get(0).score(), 1e-6);
        assertEquals(1.0513880, found.get(1).score(), 1e-6);
    }

    @Test
    void aWordThatStandsTwiceInTheQueryCountsTwice() {
        double once = search("bm25", THREE, "blau", 1).getFirst().score();
        assertEquals(2 * once, search("bm25", THREE, "blau blau", 1).getFirst().score(), 1e-6);
    }

    // In UTF-8 the emoji comes after the private character, in UTF-16 before it.
    @Test
    void ofEqualsTheLargerIdComesFirst() {
        List<Document> same = List.of(new Document("b", "Zug"), new Document("\uE000", "Zug"), new Document("10", "Zug"),
                new Document("\uD83D\uDE00", "Zug"), new Document("9", "Bus"));
        assertEquals(List.of("\uD83D\uDE00", "\uE000", "b", "10", "9"),
                search("bm25", same, "Zug", 9).stream().map(FoundDocument::id).toList());
        assertEquals(List.of("\uD83D\uDE00", "\uE000", "b"),
                search("bm25", same, "", 3).stream().map(FoundDocument::id).toList());
    }

    @Test
    void theOrderOfTheDocumentsAndTheCountChangeNoBit() {
        List<Document> many = IntStream.range(0, 3000).mapToObj(i -> new Document("d" + i, "wort" + i % 7 + " wort" + i % 11
                + " wort".repeat(i % 5))).toList();
        List<FoundDocument> expected = search("bm25", many, "wort3 wort9 wort", 1000);
        assertEquals(expected, search("bm25", many.reversed(), "wort3 wort9 wort", 1000));
        assertEquals(expected.subList(0, 10), search("bm25", many, "wort3 wort9 wort", 10));
        assertEquals(1000, expected.size());
    }

    @Test
    void germanAndEnglishWordsAreFoundInTheirOtherForms() {
        assertTrue(matches("de", "Die Häuser standen leer.", "haus"));
        assertTrue(matches("en", "The engines were running.", "engine"));
        assertEquals(false, matches("en", "Die Häuser standen leer.", "haus"));
        assertEquals(false, matches("de", "Die Häuser und der Garten.", "und der"));
        assertTrue(matches("sv", "Husen och trädgården.", "och"));
    }

    @Test
    void aQueryMayBeAWholeDocument() {
        String words = String.join(" ", IntStream.range(0, 5000).mapToObj(i -> "w" + i).toList());
        assertEquals("a", search("tf-idf", List.of(new Document("a", words), new Document("b", "w1")), words, 1).getFirst().id());
    }

    @Test
    void anEmptyCollectionHasNothing() {
        assertEquals(List.of(), search("bm25", List.of(), "Zug", 10));
    }

    @Test
    void twoDocumentsOfOneIdAreAMistake() {
        List<Document> twice = List.of(new Document("a", "x"), new Document("a", "y"));
        assertThrows(IllegalArgumentException.class, () -> search("bm25", twice, "x", 1));
    }

    @Test
    void whatSearchesByWordsGivesNoVectors() {
        try (Engine engine = LexicalEngine.open("bm25")) {
            assertTrue(engine.encoder().isEmpty());
            assertTrue(engine.reranker().isEmpty());
            assertEquals("10.5.0", engine.description().settings().get("lucene"));
        }
    }

    private static boolean matches(String language, String text, String query) {
        return search("bm25", List.of(new Document("d", text)), query, 1, language).getFirst().score() > 0;
    }

    private static List<FoundDocument> search(String name, List<Document> documents, String query, int count) {
        return search(name, documents, query, count, "");
    }

    private static List<FoundDocument> search(String name, List<Document> documents, String query, int count, String language) {
        try (Engine engine = LexicalEngine.open(name);
                DocumentIndex index = engine.documents().orElseThrow().index(documents, Optional.of(language))) {
            return index.search(query, count);
        }
    }
}
