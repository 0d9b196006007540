package pruefstand.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetTest {

    private static final String LINES = "{\"text\": \"Grüße, \\\"Äpfel\\\"\\nund Birnen\", \"label\": \"1\"}\n{\"text\": \"b\", \"label\": 2, \"more\": []}\n";
    private static final String COMMAS = "\uFEFFmore,text,label\r\nx,\"Grüße, \"\"Äpfel\"\"\nund Birnen\",1\r\n,b,2\r\n";
    private static final List<LabelledText> ITEMS = List.of(new LabelledText("Grüße, \"Äpfel\"\nund Birnen", "1"), new LabelledText("b", "2"));

    @TempDir
    private Path folder;

    /** A question with answers, as lm-eval's kinds have it. */
    private record Choice(String question, List<String> choices, int answer) {

        Choice {
            if (question == null || choices == null) {
                throw new IllegalArgumentException((question == null ? "question" : "choices") + " is missing");
            }
        }
    }

    @Test
    void everyFormatGivesTheSameItems() throws IOException {
        assertItems(bytes("a.jsonl", LINES));
        assertItems(bytes("a.csv", COMMAS));
        assertItems(bytes("a.tsv", COMMAS.replace("more,text,label", "more\ttext\tlabel").replace("\n,b,2", "\n\tb\t2")
                .replace("x,\"", "x\t\"").replace("\",1", "\"\t1")));
        assertItems(parquet("a.parquet", "VALUES (1, 'Grüße, \"Äpfel\"\nund Birnen', 1::BIGINT), (NULL, 'b', 2)", "more, text, label"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv.gz", "a.csv.zst", "a.csv"})
    void howAFileIsPackedItsBytesTellWhateverItsName(String name) throws IOException {
        assertItems(write(name, gzip(COMMAS.getBytes(StandardCharsets.UTF_8))));
        assertItems(write(name, Zstd.compress(COMMAS.getBytes(StandardCharsets.UTF_8))));
        assertItems(write(name, COMMAS.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aParquetFileIsKnownByItsBytes() throws IOException {
        parquet("a.parquet", "VALUES ('Grüße, \"Äpfel\"\nund Birnen', '1'), ('b', '2')", "text, label");
        Files.copy(folder.resolve("a.parquet"), folder.resolve("a.jsonl"));
        assertItems(new DataFile("a.jsonl", folder.resolve("a.jsonl")));
    }

    private static void assertItems(DataFile file) {
        List<DataItem<LabelledText>> items = DataSet.of(file).readItems(LabelledText.class);
        assertEquals(ITEMS.stream().map(LabelledText::text).toList(), items.stream().map(item -> item.value().text()).toList());
        assertEquals(ITEMS.stream().map(LabelledText::name).toList(), items.stream().map(item -> item.value().name()).toList());
    }

    @Test
    void namesTheRowAndItsColumnsWhereAFieldIsMissing() throws IOException {
        assertFault("a.jsonl:2: text is missing; there are txt, label", bytes("a.jsonl",
                "{\"text\": \"a\", \"label\": 1}\n{\"txt\": \"b\", \"label\": 1}\n"));
        assertFault("a.csv:2: label is empty", bytes("a.csv", "text,label\na,\"\"\n"));
        assertFault("a.csv:4: label is missing; there are text", bytes("a.csv", "text,label\n\"a\nb\",1\nc\n"));
        assertFault("a.csv:2: text is missing; there are txt, label", bytes("a.csv", "txt,label\na,1\n"));
        assertFault("a.parquet:2: text is missing; there are id, text, label",
                parquet("a.parquet", "VALUES (1, 'a', 1), (2, NULL, 1)", "id, text, label"));
        assertFault("b.parquet:1: text is missing; there are txt, label", parquet("b.parquet", "VALUES ('a', 1)", "txt, label"));
    }

    @Test
    void namesWhatIsNoItem() throws IOException {
        assertFault("a.jsonl:1: label: expected a word or a number, got [1]", bytes("a.jsonl", "{\"text\": \"a\", \"label\": [1]}\n"));
        assertFault("a.jsonl: holds no items", bytes("a.jsonl", "\n \n"));
        assertFault("a.csv: holds no items", bytes("a.csv", "text,label\n"));
        assertFault("a.parquet: holds no items", parquet("a.parquet", "SELECT 'a', 1 WHERE false", "text, label"));
        assertFault("a.dat: holds no rows; expected a name that ends in .jsonl, .csv, .tsv or .parquet", bytes("a.dat", LINES));
    }

    @Test
    void namesADamagedFile() throws IOException {
        byte[] packed = gzip(COMMAS.getBytes(StandardCharsets.UTF_8));
        assertFault("a.csv.gz: is damaged or cut short", write("a.csv.gz", java.util.Arrays.copyOf(packed, packed.length - 12)));
        byte[] zstd = Zstd.compress(COMMAS.getBytes(StandardCharsets.UTF_8));
        assertFault("a.csv.zst: is damaged or cut short", write("a.csv.zst", java.util.Arrays.copyOf(zstd, zstd.length - 5)));
        assertFault("a.parquet: cannot be read as Parquet", bytes("a.parquet", "PAR1 and no more"));
        String reason = assertThrows(DataException.class, () -> DataSet.of(bytes("a.parquet", "PAR1 and no more"))
                .readItems(LabelledText.class)).getMessage();
        assertTrue(!reason.contains(folder.toString()), reason);
        assertFault("b.parquet: cannot be read as Parquet", bytes("b.parquet", LINES));
    }

    @Test
    void refusesWhatExpandsBeyondReason() throws IOException {
        byte[] zeros = new byte[66 << 20];
        assertFault("a.jsonl.gz: expands to more than 67108864 bytes", write("a.jsonl.gz", gzip(zeros)));
        assertFault("a.jsonl.zst: expands to more than 67108864 bytes", write("a.jsonl.zst", Zstd.compress(zeros)));
        assertThrows(DataException.class, () -> DataSet.of(new DataFile("t.txt", folder.resolve("a.jsonl.gz"))).readText());
        assertFault("a.parquet: expands to more than 67108864 bytes",
                parquet("a.parquet", "SELECT repeat('x', 1000000), 1 FROM range(70)", "text, label"));
    }

    @Test
    void aNameMayHoldWhatPatternsHold() throws IOException {
        Files.createDirectories(folder.resolve("a=b [1]*'"));
        assertItems(parquet("a=b [1]*'/x?.parquet", "VALUES ('Grüße, \"Äpfel\"\nund Birnen', '1'), ('b', '2')", "text, label"));
    }

    @Test
    void theNativeLibraryThatTheDriverUnpacksIsNotLeftBehind() {
        parquet("a.parquet", "VALUES ('a', 1)", "text, label");
        assertEquals(List.of(), DuckDb.unpacked().toList());
    }

    @Test
    void columnsMayBeCalledOtherwise() throws IOException {
        DataSet set = new DataSet("x", List.of(bytes("a.csv", "headline,topic\nh,t\n")),
                Fields.of(Map.of("text", "headline", "label", "topic"), "test"));
        assertEquals(new LabelledText("h", "t"), set.readItems(LabelledText.class).getFirst().value());
    }

    @Test
    void readsTheRowsOfKnownDataSets() throws IOException {
        DataFile arc = parquet("arc.parquet", "VALUES ('Why?', {'text': ['a', 'b', 'c'], 'label': ['1', '2', '3']}, '2')",
                "question, choices, answerKey");
        assertChoice(new Choice("Why?", List.of("a", "b", "c"), 1), arc,
                Map.of("choices", "choices.text", "answer", Map.of("of", "answerKey", "among", "choices.label")));
        DataFile hellaswag = parquet("hellaswag.parquet",
                "VALUES ('Baking', 'A man [step] mixes.', 'HE then', ['stirs  it. [title] Eat', 'flies.'], '1')",
                "activity_label, ctx_a, ctx_b, endings, label");
        Map<String, String> brackets = Map.of(" \\[title\\]", ". ");
        assertChoice(new Choice("Baking: A man [step] mixes. He then", List.of("stirs  it..  Eat", "flies."), 1), hellaswag,
                Map.of("question", "{activity_label}: {ctx_a} {ctx_b|capitalize}", "choices",
                        Map.of("of", "endings", "replace", brackets), "answer", "label"));
        DataFile truth = bytes("truth.jsonl", "{\"question\": \"Q\", \"mc1_targets\": {\"choices\": [\"a\", \"b\"], \"labels\": [0, 1]}}\n");
        assertChoice(new Choice("Q", List.of("a", "b"), 1), truth, Map.of("choices", "mc1_targets.choices", "answer",
                Map.of("is", 1, "among", "mc1_targets.labels")));
        DataFile columns = bytes("mmlu.csv", "q,A,B,C,D,right\nQ,w,x,y,z,C\n");
        assertChoice(new Choice("Q", List.of("w", "x", "y", "z"), 2), columns, Map.of("question", "q", "choices", List.of("A", "B", "C", "D"),
                "answer", Map.of("of", "right", "among", List.of("A", "B", "C", "D"))));
        DataFile places = bytes("places.jsonl", "{\"question\": \" Q \", \"choices\": [\"w\", \"x\"], \"answer\": 1}\n");
        assertChoice(new Choice("Q\nA. w\nB. x\nAnswer:", List.of("A", "B"), 1), places, Map.of(
                "question", "{question|strip}\nA. {choices.0}\nB. {choices.1}\nAnswer:", "choices", Map.of("is", List.of("A", "B"))));
        DataFile cells = bytes("cells.csv", "question,choices,answer\nQ,\"[\"\"w\"\", \"\"x\"\"]\",1\n");
        assertChoice(new Choice("Q", List.of("w", "x"), 1), cells, Map.of());
        DataFile sums = bytes("gsm8k.jsonl", "{\"question\": \"Q\", \"answer\": \"a ####b\\n#### 1,024\"}\n");
        Fields number = Fields.of(Map.of("label", Map.of("of", "answer", "after", "####", "replace", Map.of(",", "")), "text", "question"), "test");
        assertEquals(new LabelledText("Q", "1024"), new DataSet("x", List.of(sums), number).readItems(LabelledText.class).getFirst().value());
    }

    private static void assertChoice(Choice expected, DataFile file, Map<String, Object> fields) {
        assertEquals(expected, new DataSet("x", List.of(file), Fields.of(fields, "test")).readItems(Choice.class).getFirst().value());
    }

    @Test
    void aRowOfListsMakesAnItemForEachOfThem() throws IOException {
        DataFile file = parquet("a.parquet", "VALUES (['a', 'b'], [1, 2]), (['c'], [3])", "sentences, labels");
        Fields each = Fields.of(Map.of("text", "sentences[]", "label", "labels[]"), "test");
        List<DataItem<LabelledText>> items = new DataSet("x", List.of(file), each).readItems(LabelledText.class);
        assertEquals(List.of("a", "b", "c"), items.stream().map(item -> item.value().text()).toList());
        assertEquals(List.of("a.parquet:1", "a.parquet:1", "a.parquet:2"), items.stream().map(DataItem::place).toList());
        DataSet uneven = new DataSet("x", List.of(bytes("a.jsonl", "{\"sentences\": [\"a\"], \"labels\": [1, 2]}\n")), each);
        String reason = assertThrows(DataException.class, () -> uneven.readItems(LabelledText.class)).getMessage();
        assertTrue(reason.startsWith("a.jsonl:1: the lists of "), reason);
    }

    @Test
    void namesARuleThatFindsNothing() throws IOException {
        DataFile file = bytes("a.csv", "question,label\nQ,E\n");
        assertRuleFault("a.csv:2: text is missing, sought in txt; there are question, label", file, Map.of("text", "txt"));
        assertRuleFault("a.csv:2: txt is missing; there are question, label", file, Map.of("text", "Q: {txt}"));
        assertRuleFault("a.csv:2: 'E' is none of A, B", file, Map.of("text", "question",
                "label", Map.of("of", "label", "among", List.of("A", "B"))));
        assertRuleFault("fields.txet: the items of x have no such field; they have text, label", file, Map.of("txet", "question"));
    }

    private static void assertRuleFault(String reason, DataFile file, Map<String, Object> fields) {
        DataSet set = new DataSet("x", List.of(file), Fields.of(fields, "test"));
        String found = assertThrows(DataException.class, () -> set.readItems(LabelledText.class)).getMessage();
        assertTrue(found.startsWith(reason), found);
    }

    @Test
    void severalFilesAreReadInTheirOrder() throws IOException {
        DataSet set = new DataSet("x", List.of(bytes("a.jsonl", LINES), bytes("b.csv", COMMAS)), Fields.NONE);
        assertEquals(List.of("a.jsonl:1", "a.jsonl:2", "b.csv:2", "b.csv:4"),
                set.readItems(LabelledText.class).stream().map(DataItem::place).toList());
    }

    @Test
    void aTextMayBeARowOfLines() throws IOException {
        assertEquals("a\n = Köln = \n\nb\n", DataSet.of(parquet("a.parquet", "VALUES ('a'), (' = Köln = \n'), (''), ('b')", "text")).readText());
        assertEquals("ä\r\nb", DataSet.of(write("a.txt.gz", gzip("\uFEFFä\r\nb".getBytes(StandardCharsets.UTF_8)))).readText());
        DataFile latin = write("l.txt", "ä".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("l.txt: not valid UTF-8", assertThrows(DataException.class, latin::readText).getMessage());
    }

    private static void assertFault(String reason, DataFile file) {
        String found = assertThrows(DataException.class, () -> DataSet.of(file).readItems(LabelledText.class)).getMessage();
        assertTrue(found.startsWith(reason), found);
    }

    private DataFile bytes(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private DataFile write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
        return new DataFile(name, folder.resolve(name));
    }

    private DataFile parquet(String name, String rows, String columns) {
        return new DataFile(name, ParquetFixture.write(folder.resolve(name), rows, columns));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
