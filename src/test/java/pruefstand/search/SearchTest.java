package pruefstand.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {

    @TempDir
    Path folder;

    private static final List<Passage> PASSAGES = List.of(
            passage("Kiefer-1B", "Unter den Sprachmodellen ist es das kleinste."),
            passage("Lärche-8B", "Die Antworten sind gut. Die Ausführungsgeschwindigkeit ist hoch genug."),
            passage("Weide-30B-A3B", "It is a Mixture of Experts with three billion active parameters."),
            passage("Birke-7B", "The MoE answers questions about issues of the law."),
            passage("Eiche-13B", "Es rechnet langsam."));

    static Passage passage(String title, String text) {
        return new Passage("models/" + title + ".html", title, Optional.of(LocalDate.of(2026, 1, 2)), Optional.empty(), text);
    }

    private Search words() {
        return Search.open(folder, PASSAGES, Optional.empty(), Optional.empty());
    }

    private static List<String> titles(SearchAnswer answer) {
        return answer.finds().stream().map(find -> find.passage().title()).toList();
    }

    @ParameterizedTest
    @CsvSource({"sprachmodell, Kiefer-1B", "Sprachmodells, Kiefer-1B", "modelle, Kiefer-1B", "geschwindigkeit, Lärche-8B",
            "ausfuehrungsgeschwindigkeit, Lärche-8B", "AUSFUHRUNG, Lärche-8B", "issue, Birke-7B", "lärche, Lärche-8B", "laerche, Lärche-8B"})
    void aWordIsFoundInAllItsForms(String query, String title) {
        try (Search search = words()) {
            assertEquals(List.of(title), titles(search.find(query, 10)));
        }
    }

    @Test
    void anAbbreviationFindsTheFullNameAndBack() {
        try (Search search = words()) {
            assertEquals(List.of("Birke-7B", "Weide-30B-A3B"), titles(search.find("MoE", 10)).stream().sorted().toList());
            assertEquals(List.of("Birke-7B", "Weide-30B-A3B"), titles(search.find("mixture experts", 10)).stream().sorted().toList());
            Sentence sentence = search.find("MoE", 10).finds().stream().filter(find -> find.passage().title().startsWith("Weide"))
                    .findFirst().orElseThrow().sentence();
            Sentence.Hit hit = sentence.hits().getFirst();
            assertEquals("Mixture of Experts", sentence.text().substring(hit.start(), hit.end()));
        }
    }

    @Test
    void theSentenceWithTheHitIsShown() {
        try (Search search = words()) {
            Sentence sentence = search.find("geschwindigkeit", 1).finds().getFirst().sentence();
            assertEquals(new Sentence("Die Ausführungsgeschwindigkeit ist hoch genug.", List.of(new Sentence.Hit(4, 30))), sentence);
        }
    }

    @Test
    void aQueryWithoutAWordThatSaysSomethingFindsNothing() {
        try (Search search = words()) {
            for (String query : List.of("", " ", "die und der", "…", "xyzzy")) {
                assertEquals(new SearchAnswer(List.of(), List.of(Stage.WORDS)), search.find(query, 10), query);
            }
        }
    }

    @Test
    void theIndexIsMadeAnewOnlyWhenThePassagesHaveChanged() throws IOException {
        words().close();
        List<Path> first = files();
        words().close();
        assertEquals(first, files());
        Search.open(folder, PASSAGES.subList(0, 2), Optional.empty(), Optional.empty()).close();
        assertTrue(files().stream().noneMatch(first::contains), "the index of other passages is gone");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void vectorsAreFusedByTheirRanksAndAreMadeOnceForEachText() {
        List<String> encoded = new ArrayList<>();
        TextEncoder encoder = new TextEncoder("e", "q: ", "p: ", texts -> texts.stream().peek(encoded::add).map(SearchTest::slowness).toList());
        try (Search search = Search.open(folder, PASSAGES, Optional.of(encoder), Optional.empty())) {
            SearchAnswer answer = search.find("träge geschwindigkeit", 2);
            assertEquals(List.of("Lärche-8B", "Eiche-13B"), titles(answer));
            assertEquals(OptionalInt.of(1), answer.finds().getFirst().wordRank());
            assertEquals(OptionalInt.empty(), answer.finds().get(1).wordRank());
            assertEquals(OptionalInt.of(1), answer.finds().get(1).vectorRank());
            assertEquals(List.of(Stage.WORDS, Stage.VECTORS), answer.stages());
        }
        assertEquals("p: Kiefer-1B\nUnter den Sprachmodellen ist es das kleinste.", encoded.getFirst());
        assertEquals("q: träge geschwindigkeit", encoded.getLast());
        encoded.clear();
        List<Passage> more = Stream.concat(PASSAGES.stream(), Stream.of(passage("Neu", "Neues."))).toList();
        Search.open(folder, more, Optional.of(encoder), Optional.empty()).close();
        assertEquals(List.of("p: Neu\nNeues."), encoded);
    }

    @Test
    void whatASearchEncodedIsFoundAgainWithoutTheEncoder() {
        TextEncoder encoder = new TextEncoder("e", "", "", texts -> texts.stream().map(SearchTest::slowness).toList());
        Search.open(folder, PASSAGES, Optional.of(encoder), Optional.empty()).close();
        KeptVectors kept = KeptVectors.of(folder, "e", "Encoder", PASSAGES);
        assertEquals("Encoder", kept.encoder());
        assertArrayEquals(new float[] {1, 0}, kept.of("Eiche-13B", List.of("Es rechnet langsam.")).orElseThrow(), 1e-6f);
        assertEquals(Optional.empty(), kept.of("Eiche-13B", List.of("Es rechnet langsam.", "Nie gesehen.")));
        assertEquals(Optional.empty(), kept.of("Eiche-13B", List.of()));
        assertEquals(KeptVectors.NONE.byText(), KeptVectors.of(folder, "another", "Encoder", PASSAGES).byText());
    }

    @Test
    void aVectorThatACrashCutOffIsMadeAgain() throws IOException {
        List<String> encoded = new ArrayList<>();
        TextEncoder encoder = new TextEncoder("e", "", "", texts -> texts.stream().peek(encoded::add).map(SearchTest::slowness).toList());
        Search.open(folder, PASSAGES, Optional.of(encoder), Optional.empty()).close();
        Path vectors = folder.resolve("e.vectors");
        byte[] whole = Files.readAllBytes(vectors);
        Files.write(vectors, Arrays.copyOf(whole, whole.length - 3));
        encoded.clear();
        Search.open(folder, PASSAGES.reversed(), Optional.of(encoder), Optional.empty()).close();
        assertEquals(List.of("Eiche-13B\nEs rechnet langsam."), encoded);
        assertArrayEquals(whole, Files.readAllBytes(vectors));
    }

    /** The first axis is slowness. */
    private static float[] slowness(String text) {
        return text.contains("langsam") || text.contains("träge") ? new float[] {2, 0} : new float[] {0.1f, 3};
    }

    @Test
    void theCrossEncoderSaysWhichOfTwoComesFirst() {
        TextReader longestFirst = (_, texts) -> texts.stream().mapToDouble(String::length).toArray();
        try (Search search = Search.open(folder, PASSAGES, Optional.empty(), Optional.of(longestFirst))) {
            SearchAnswer answer = search.find("moe", 10);
            assertEquals(List.of("Weide-30B-A3B", "Birke-7B"), titles(answer));
            assertEquals(OptionalDouble.of(78), answer.finds().getFirst().readerScore());
            assertEquals(List.of(Stage.WORDS, Stage.RERANKER), answer.stages());
        }
    }

    /** By words it is the first, for both models the last of 100: 1/61 + 2/160 = 0.0289; the others, which one model has first and the other last, get 1/61 + 1/159 = 0.0227. */
    @Test
    void whatWordsFindStaysInSightOfWhateverModelsThinkOfIt() {
        List<Passage> many = Stream.concat(Stream.of(passage("Lärche-8B", "Die Geschwindigkeit reicht.")),
                IntStream.range(0, 99).mapToObj(i -> passage("Kiefer-" + i, "Eines von vielen: " + "x".repeat(40 + i)))).toList();
        TextEncoder encoder = new TextEncoder("e", "", "", texts -> texts.stream().map(SearchTest::notThatFast).toList());
        TextReader longestFirst = (_, texts) -> texts.stream().mapToDouble(String::length).toArray();
        try (Search search = Search.open(folder, many, Optional.of(encoder), Optional.of(longestFirst))) {
            SearchAnswer answer = search.find("geschwindigkeit", 10);
            assertEquals("Lärche-8B", answer.finds().getFirst().passage().title());
            assertEquals(OptionalInt.of(100), answer.finds().getFirst().vectorRank());
        }
    }

    private static float[] notThatFast(String text) {
        return text.contains("Geschwindigkeit") ? new float[] {-1, 0} : new float[] {1, text.length() / 1000f};
    }

    @Test
    void onlyWantedPassagesAreFoundHoweverManyOthersAreBefore() {
        try (Search search = words()) {
            assertEquals(List.of("Weide-30B-A3B"), titles(search.find("moe", passage -> !passage.title().startsWith("Birke"), 1)));
            assertEquals(List.of("Birke-7B"), titles(search.find("moe", passage -> !passage.title().startsWith("Weide"), 1)));
        }
    }

    @Test
    void ranksAreFusedByTheirReciprocals() {
        assertEquals(List.of(3, 7, 9), Fusion.of(new int[] {7, 3}, new int[] {3, 9}), "1/61 + 1/62, 1/61, 1/62");
        assertEquals(List.of(5, 4, 6), Fusion.of(new int[] {4, 5, 6}, new int[] {5, 4}), "of equals that which the last has first");
    }
}
