package pruefstand.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            assertTrue(name.equals(IndexKey.FILE) || script.startsWith("searchShard(\"") && script.strip().lines().count() == 1, name);
            assertFalse(script.contains("\u2028") || script.contains("\u2029"), name);
        });
    }

    @Test
    void aShardIsItsContentDeflatedInBase64() throws DataFormatException {
        String content = "[\"\u00fc</script>\",1]";
        String file = new String(new Shard("p0", content).bytes(), StandardCharsets.US_ASCII);
        assertTrue(file.startsWith("searchShard(\"p0\",\"") && file.endsWith("\")\n"), file);
        assertEquals(content, new String(inflated(file), StandardCharsets.UTF_8));
    }

    @Test
    void theKeyTellsPassagesApart() {
        List<Passage> passages = many(3);
        assertEquals(IndexKey.of(passages), IndexKey.of(List.copyOf(passages)));
        Passage first = passages.getFirst();
        for (Passage other : List.of(new Passage("elsewhere.html", first.title(), first.day(), first.language(), first.text()),
                new Passage(first.address(), first.title() + "x", first.day(), first.language(), first.text().substring(1)),
                new Passage(first.address(), first.title(), Optional.empty(), first.language(), first.text()),
                new Passage(first.address(), first.title(), first.day(), Optional.of("de"), first.text()))) {
            assertFalse(IndexKey.of(passages).equals(IndexKey.of(List.of(other, passages.get(1), passages.get(2)))), other.toString());
        }
    }

    @Test
    void anIndexOfTheSamePassagesIsTakenAsItIsUnlessSomebodyChangedIt(@TempDir Path site) throws IOException {
        List<Passage> passages = many(300);
        SortedMap<String, byte[]> made = StaticIndex.of(passages, site);
        write(made, site);
        SortedMap<String, byte[]> kept = IndexKey.of(passages).kept(site).orElseThrow();
        assertEquals(made.keySet(), kept.keySet());
        made.forEach((name, bytes) -> assertArrayEquals(bytes, kept.get(name), name));
        assertTrue(IndexKey.of(many(299)).kept(site).isEmpty(), "other passages");
        Files.writeString(site.resolve("search/w0-0.js"), " ", StandardOpenOption.APPEND);
        assertTrue(IndexKey.of(passages).kept(site).isEmpty(), "a changed file");
        assertArrayEquals(made.get("search/w0-0.js"), StaticIndex.of(passages, site).get("search/w0-0.js"));
        write(made, site);
        Files.delete(site.resolve("search/p0.js"));
        assertTrue(IndexKey.of(passages).kept(site).isEmpty(), "a missing file");
    }

    private static void write(SortedMap<String, byte[]> files, Path site) throws IOException {
        Files.createDirectories(site.resolve("search"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(site.resolve(file.getKey()), file.getValue());
        }
    }

    /** A site keeps the files of a key: whoever changes what they hold raises the version, and this hash. */
    @Test
    void whatThisVersionWritesOfTheSamePassagesIsFixed() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<Passage> passages = new ArrayList<>(many(300));
        passages.add(SearchTest.passage("Lärche-8B", "Die Ausführungsgeschwindigkeit der Sprachmodelle ist hoch. Es genügt ein Notebook."));
        passages.add(SearchTest.passage("Weide-30B-A3B", "It is a Mixture of Experts with three billion active parameters."));
        for (Map.Entry<String, byte[]> file : StaticIndex.of(passages).entrySet()) {
            if (!file.getKey().equals(IndexKey.FILE)) {
                digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                digest.update(inflated(new String(file.getValue(), StandardCharsets.US_ASCII)));
            }
        }
        assertEquals("1 9d7e7e933bf9e8a7", IndexKey.VERSION + " " + HexFormat.of().formatHex(digest.digest(), 0, 8));
    }

    private static byte[] inflated(String file) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        inflater.setInput(Base64.getDecoder().decode(file.split("\"")[3]));
        byte[] text = new byte[100_000];
        int length = inflater.inflate(text);
        inflater.end();
        return Arrays.copyOf(text, length);
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
