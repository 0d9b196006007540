package pruefstand.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
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
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
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
        assertEquals(300, cut.size());
        assertEquals(3 * 300, cut.occurrences());
        assertEquals(List.of(2, 5, 8), passages(cut).subList(0, 3));
    }

    @Test
    void ofEqualsTheFirstStayAndALongerMeanLengthForgivesLongPassages() {
        List<TermList.Posting> postings = List.of(new TermList.Posting(64, 1, 20, 0, 0), new TermList.Posting(70, 1, 10, 3, 4),
                new TermList.Posting(4000, 2, 40, 1, 4), new TermList.Posting(1 << 30, 1, 10, 5, 4));
        // Weights by hand, f / (f + 1.2 (0.25 + 0.75 w / mean)): at a mean of 20 they are 0.455, 0.571, 0.488 and 0.571.
        assertEquals(List.of(70, 1 << 30), passages(new TermList(postings).cut(2, 20)));
        assertEquals(List.of(70, 4000, 1 << 30), passages(new TermList(postings).cut(3, 20)));
        // At a mean of 1000: 0.759, 0.764, 0.856 and 0.764.
        assertEquals(List.of(70, 4000), passages(new TermList(postings).cut(2, 1000)));
    }

    private static List<Integer> passages(TermList list) {
        return list.passages().boxed().toList();
    }

    @Test
    void aListIsReadAsItWasWritten() {
        TermList one = new TermList(List.of(new TermList.Posting(3, 1, 20, 0, 0), new TermList.Posting(1 << 30, 2, 7, 900, 12)));
        assertArrayEquals(new int[] {3, 1, 20, 0, 0, 1 << 30, 2, 7, 900, 12}, TermList.read(one.written()).flat());
        assertEquals(2, TermList.size(one.written()));
        assertEquals(3, one.occurrences());
        assertEquals(List.of(10, 7 + (1 << 30)), passages(one.moved(7)));
        assertEquals(List.of(1 << 30), passages(one.between(1, 2)));
    }

    private static TermList list(int... passages) {
        return new TermList(Arrays.stream(passages).mapToObj(passage -> new TermList.Posting(passage, 2, 9, 1, 4)).toList());
    }

    @Test
    void ofAListByGroupsOneGroupIsChangedWithoutTheOthers() {
        int[] firsts = {0, 64, 64, 192, 256};
        GroupedList list = GroupedList.of(list(3, 5, 64, 200), firsts);
        assertArrayEquals(new int[] {0, 2, 3}, list.groups(), "the second group has no room for any");
        assertEquals(List.of(3, 5, 64, 200), passages(list.whole(firsts)));
        assertEquals(4, list.size());
        assertEquals(8, list.occurrences());
        GroupedList other = list.with(Set.of(2), GroupedList.of(list(65, 191), firsts));
        assertEquals(List.of(3, 5, 65, 191, 200), passages(other.whole(firsts)));
        assertEquals(10, other.occurrences());
        assertEquals(List.of(64, 200), passages(list.with(Set.of(0), GroupedList.NONE).whole(firsts)));
        assertEquals(List.of(7), passages(GroupedList.NONE.with(Set.of(0, 1), GroupedList.of(list(7), firsts)).whole(firsts)));
        assertSame(list, list.with(Set.of(1, 2), GroupedList.of(list(64), firsts)));
        assertTrue(list.isIn(Set.of(1, 3)) && !list.isIn(Set.of(1)));
        int bytes = other.whole(firsts).written().length;
        assertTrue(other.leastBytes() <= bytes && bytes <= other.mostBytes());
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
            assertTrue(script.startsWith("searchShard(\"") && script.strip().lines().count() == 1, name);
            assertFalse(script.contains("\u2028") || script.contains("\u2029"), name);
        });
    }

    @Test
    void aShardIsItsContentDeflatedInBase64() throws DataFormatException {
        String content = "[\"\u00fc</script>\",1]";
        String file = new String(Shard.ofJson("p0", content).bytes(), StandardCharsets.US_ASCII);
        assertTrue(file.startsWith("searchShard(\"p0\",\"") && file.endsWith("\")\n"), file);
        assertEquals(content, new String(inflated(file), StandardCharsets.UTF_8));
    }

    @Test
    void theHashOfAUnitTellsPassagesApart() {
        Passage first = many(1).getFirst();
        assertEquals(unit(first).hash(), unit(many(1).getFirst()).hash());
        for (Passage other : List.of(new Passage("elsewhere.html", first.title(), first.day(), first.language(), first.text()),
                new Passage(first.address(), first.title() + "x", first.day(), first.language(), first.text().substring(1)),
                new Passage(first.address(), first.title(), Optional.empty(), first.language(), first.text()),
                new Passage(first.address(), first.title(), first.day(), Optional.of("de"), first.text()))) {
            assertNotEquals(unit(first).hash(), unit(other).hash(), other.toString());
        }
    }

    private static PassageUnit unit(Passage passage) {
        return PassageUnit.of(passage.title(), passage.language(), List.of(passage));
    }

    private static List<PassageUnit> units(List<Passage> passages) {
        return passages.stream().map(StaticIndexTest::unit).toList();
    }

    @Test
    void anIndexThatGoesOnIsTheIndexThatIsMadeFromNothing(@TempDir Path folder) throws IOException {
        IndexStore store = new IndexStore(Optional.of(folder.resolve("index")), OptionalLong.empty());
        List<Passage> passages = new ArrayList<>(many(1500));
        SplittableRandom random = new SplittableRandom(5);
        for (int step = 0; step < 12; step++) {
            StaticIndex index = StaticIndex.of(units(passages), "", store, folder);
            write(index.changed(), folder);
            assertTrue(index.all().stream().anyMatch(name -> name.startsWith("search/t-")), "some lists are long");
            store = new IndexStore(store.file(), index.keep());
            assertIsMadeFromNothing(passages, index, folder, "step " + step);
            change(passages, step, random);
        }
    }

    /**
     * The stem of {@code Kurs} is {@code kur}, that of {@code Kurse} is {@code kurs}: once nobody writes {@code Kurse}, {@code kurs} is no term, but a
     * word that is found under the other term, as before.
     */
    @Test
    void aTermThatGoesWhileNumbersMoveLeavesNothingBehind(@TempDir Path folder) throws IOException {
        List<Passage> passages = new ArrayList<>(many(40));
        passages.add(5, SearchTest.passage("Modell-A", "Der Kurs."));
        passages.add(SearchTest.passage("Modell-Z", "Kurse " + "und mit der ".repeat(3000)));
        IndexStore store = new IndexStore(Optional.of(folder.resolve("index")), OptionalLong.empty());
        StaticIndex first = StaticIndex.of(units(passages), "", store, folder);
        write(first.changed(), folder);
        store = new IndexStore(store.file(), first.keep());
        passages.set(passages.size() - 1, SearchTest.passage("Modell-Z", "und"));
        StaticIndex second = StaticIndex.of(units(passages), "", store, folder);
        write(second.changed(), folder);
        second.keep();
        assertIsMadeFromNothing(passages, second, folder, "Kurse");
    }

    /** The files of an index, and what the next one is made from. */
    private static void assertIsMadeFromNothing(List<Passage> passages, StaticIndex index, Path folder, String message) throws IOException {
        StaticIndex whole = StaticIndex.of(units(passages), "", new IndexStore(Optional.of(folder.resolve("whole")), OptionalLong.empty()), folder.resolve("none"));
        whole.keep();
        assertEquals(whole.all(), index.all(), message);
        for (String name : index.all()) {
            assertArrayEquals(whole.changed().get(name), Files.readAllBytes(folder.resolve(name)), message + ": " + name);
        }
        assertArrayEquals(Files.readAllBytes(folder.resolve("whole")), Files.readAllBytes(folder.resolve("index")), message);
        Files.delete(folder.resolve("whole"));
    }

    /** Among them a word that joins others, one that is the first of a leaf, and more text than fits into the files of its group. */
    private static void change(List<Passage> passages, int step, SplittableRandom random) {
        int at = random.nextInt(passages.size());
        String text = List.of("Neues Wort, xyliotisch.", "Geschwindigkeitsbegrenzung und Wortbegrenzung.", "Begrenzung.", "Satz mit Wörtern. ".repeat(1000),
                "wortaaa wortb", "").get(step % 6);
        Passage old = passages.get(at);
        passages.set(at, new Passage(old.address(), old.title(), old.day(), old.language(), text));
        if (step % 6 == 5) {
            passages.add(SearchTest.passage("Modell-" + (1000 + step), "Eines mehr."));
        }
    }

    @Test
    void anIndexOfNearlyTheSamePassagesHasNearlyTheSameFiles(@TempDir Path folder) {
        IndexStore store = new IndexStore(Optional.of(folder.resolve("index")), OptionalLong.empty());
        List<Passage> passages = new ArrayList<>(many(2000));
        StaticIndex before = StaticIndex.of(units(passages), "", store, folder);
        Passage old = passages.get(77);
        passages.set(77, new Passage(old.address(), old.title(), old.day(), old.language(), old.text() + " Eigenwillig."));
        StaticIndex index = StaticIndex.of(units(passages), "", new IndexStore(store.file(), before.keep()), folder);
        assertTrue(index.changed().size() < before.all().size() / 2, index.changed().size() + " of " + before.all().size());
    }

    @Test
    void anIndexOfTheSamePassagesIsTakenAsItIsUnlessSomebodyChangedIt(@TempDir Path site) throws IOException {
        IndexStore store = new IndexStore(Optional.of(site.resolve("index")), OptionalLong.empty());
        List<PassageUnit> units = units(many(300));
        StaticIndex first = StaticIndex.of(units, "", store, site);
        first.keep();
        SortedMap<String, byte[]> made = first.changed();
        write(made, site);
        assertTrue(StaticIndex.of(units, "", store, site).changed().isEmpty());
        assertEquals(made.keySet(), StaticIndex.of(units, "another way to publish", store, site).changed().keySet());
        Files.writeString(site.resolve(made.keySet().stream().filter(name -> name.startsWith("search/w0-")).findFirst().orElseThrow()), " ", StandardOpenOption.APPEND);
        assertEquals(made.keySet(), StaticIndex.of(units, "", store, site).changed().keySet(), "a changed file");
        write(made, site);
        Files.delete(site.resolve("search/p0.js"));
        assertEquals(made.keySet(), StaticIndex.of(units, "", store, site).changed().keySet(), "a missing file");
        write(made, site);
        byte[] kept = Files.readAllBytes(store.file().orElseThrow());
        Files.write(store.file().orElseThrow(), ofAnotherVersion(kept));
        assertEquals(made.keySet(), StaticIndex.of(units, "", store, site).changed().keySet(), "a store of another version");
        Files.write(store.file().orElseThrow(), new byte[] {1, 2, 3});
        assertEquals(made.keySet(), StaticIndex.of(units, "", store, site).changed().keySet(), "a damaged store");
    }

    /** Whose sum, at the end, is right: it begins with the version, and what follows may be anything. */
    private static byte[] ofAnotherVersion(byte[] kept) {
        byte[] content = new byte[kept.length - Long.BYTES];
        Arrays.fill(content, (byte) 0xF0);
        CRC32 sum = new CRC32();
        sum.update(content);
        return ByteBuffer.allocate(kept.length).put(content).putLong(sum.getValue()).array();
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
            digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
            digest.update(inflated(new String(file.getValue(), StandardCharsets.US_ASCII)));
        }
        assertEquals("5 e430130dde0c71d8", StaticIndex.VERSION + " " + HexFormat.of().formatHex(digest.digest(), 0, 8));
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
        assertEquals(List.of("search/root.js"), List.copyOf(StaticIndex.of(List.of()).keySet()));
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
