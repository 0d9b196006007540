package pruefstand.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class StaticIndexTest {

    /** Of eight thousand bytes of text that cannot be made shorter. */
    private static final int LARGEST_FILE = 11_000;

    private static List<Passage> many(int count) {
        SplittableRandom random = new SplittableRandom(3);
        return IntStream.range(0, count).mapToObj(i -> SearchTest.passage("Modell-" + i, IntStream.range(0, 30)
                .mapToObj(_ -> word(random)).collect(Collectors.joining(" ")) + ".")).toList();
    }

    private static String word(SplittableRandom random) {
        return "wort" + Long.toString((long) Math.exp(random.nextDouble() * 9), 26).replaceAll("[0-9]", "x");
    }

    @Test
    void theSamePassagesGiveTheSameBytes() {
        Map<String, byte[]> one = StaticIndex.of(many(500));
        Map<String, byte[]> other = StaticIndex.of(many(500));
        assertEquals(one.keySet(), other.keySet());
        one.forEach((name, bytes) -> assertArrayEquals(bytes, other.get(name), name));
    }

    @Test
    void noFileGrowsWithTheCatalogue() {
        Map<String, byte[]> files = StaticIndex.of(many(4000));
        files.forEach((name, bytes) -> assertTrue(bytes.length <= LARGEST_FILE, name + ": " + bytes.length));
        assertTrue(files.keySet().stream().anyMatch(name -> name.startsWith("search/t")), "some lists are long");
    }

    @Test
    void ofALongListTheHeaviestStay() {
        List<TermList.Posting> postings = IntStream.range(0, 1000).mapToObj(i -> new TermList.Posting(i, 1 + i % 3, 20, 1, 4)).toList();
        TermList cut = new TermList(postings).cut(300, 20);
        assertEquals(300, cut.found().size());
        assertTrue(cut.found().stream().allMatch(posting -> posting.frequency() == 3));
        assertEquals(List.of(2, 5, 8), cut.found().stream().limit(3).map(TermList.Posting::passage).toList());
    }

    @Test
    void aLongPassageIsFoundInPartsThatTogetherAreThePassage() {
        String text = "Ein Satz wie jeder andere. ".repeat(200).strip();
        List<Passage> parts = SearchTest.passage("M", text).cut(2000);
        assertEquals(text, parts.stream().map(Passage::text).collect(Collectors.joining()));
        assertTrue(parts.stream().allMatch(part -> part.text().length() <= 2000 && part.text().startsWith("Ein Satz")));
        String endless = "\ud83d\ude80".repeat(1500);
        assertEquals(endless, SearchTest.passage("M", endless).cut(999).stream().map(Passage::text).collect(Collectors.joining()));
        assertTrue(SearchTest.passage("M", endless).cut(999).stream().noneMatch(part -> Character.isHighSurrogate(part.text().charAt(part.text().length() - 1))));
    }

    @Test
    void textCanEndNeitherTheScriptNorALineOfIt() {
        Passage hostile = new Passage("models/x.html", "</script><script>alert(1)</script>", Optional.empty(), Optional.empty(),
                "<!-- <script> \u2028 \u2029 \\u003c \" ' \u202e Wort.");
        StaticIndex.of(List.of(hostile)).forEach((name, bytes) -> {
            String script = new String(bytes, StandardCharsets.UTF_8);
            assertFalse(script.contains("<"), name);
            assertTrue(name.equals(StaticIndex.KEY_FILE) || script.startsWith("searchShard(\"") && script.strip().lines().count() == 1, name);
            assertFalse(script.contains("\u2028") || script.contains("\u2029"), name);
        });
    }

    @Test
    void aShardIsItsContentDeflatedInBase64() throws DataFormatException {
        String content = "[\"\u00fc</script>\",1]";
        String file = new String(new Shard("p0", content).bytes(), StandardCharsets.US_ASCII);
        assertTrue(file.startsWith("searchShard(\"p0\",\"") && file.endsWith("\")\n"), file);
        Inflater inflater = new Inflater(true);
        inflater.setInput(Base64.getDecoder().decode(file.split("\"")[3]));
        byte[] text = new byte[100];
        assertEquals(content, new String(text, 0, inflater.inflate(text), StandardCharsets.UTF_8));
        inflater.end();
    }

    @Test
    void theKeyTellsPassagesApart() {
        List<Passage> passages = many(3);
        assertEquals(StaticIndex.key(passages), StaticIndex.key(List.copyOf(passages)));
        Passage first = passages.getFirst();
        for (Passage other : List.of(new Passage("elsewhere.html", first.title(), first.day(), first.language(), first.text()),
                new Passage(first.address(), first.title(), Optional.empty(), first.language(), first.text()),
                new Passage(first.address(), first.title(), first.day(), Optional.of("de"), first.text()))) {
            assertFalse(StaticIndex.key(passages).equals(StaticIndex.key(List.of(other, passages.get(1), passages.get(2)))));
        }
        assertEquals(StaticIndex.key(passages), new String(StaticIndex.of(passages).get(StaticIndex.KEY_FILE), StandardCharsets.US_ASCII).strip());
    }

    @Test
    void passagesShareFiles() {
        long files = StaticIndex.of(many(4000)).keySet().stream().filter(name -> name.startsWith("search/p")).count();
        assertTrue(files <= 4000 / 15, files + " files");
    }

    @Test
    void thereIsAnIndexOfNothing() {
        assertEquals(List.of("search/key.txt", "search/root.js"), List.copyOf(StaticIndex.of(List.of()).keySet()));
    }

    @Test
    void numbersAreWrittenFiveBitsACharacterLowestFirst() {
        StringBuilder text = new StringBuilder();
        for (int number : new int[] {0, 31, 32, 1000}) {
            Digits.append(text, number);
        }
        assertEquals("A" + "f" + "gB" + "of", text.toString());
    }
}
