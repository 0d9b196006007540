package pruefstand.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsTest {

    private record Pair(String sentence1, String sentence2, double score) {

        Pair {
            if (sentence2 == null) {
                throw new IllegalArgumentException("sentence2 is missing");
            }
        }
    }

    @Test
    void numbersTheRowsOfATableByTheLineWhereTheyBegin() {
        List<Row> rows = table("\uFEFFa,b\r\n\"x\ny\",\"1 \"\"2\"\"\"\r\n\r\nü,3\n\"\",\"last\nrow\"");
        assertEquals(List.of("t.csv:2", "t.csv:5", "t.csv:6"), rows.stream().map(Row::place).toList());
        assertEquals(List.of(Map.of("a", "x\ny", "b", "1 \"2\""), Map.of("a", "ü", "b", "3"), Map.of("a", "", "b", "last\nrow")),
                rows.stream().map(Row::values).toList());
    }

    @Test
    void namesTheLineOfABrokenTable() {
        assertTrue(broken("a,b\n1,2\n3,4,5\n").startsWith("t.csv:3:"), broken("a,b\n1,2\n3,4,5\n"));
        assertTrue(broken("a,b\n1,2\n\"x\"y,4\n").startsWith("t.csv:3:"), broken("a,b\n1,2\n\"x\"y,4\n"));
        assertTrue(broken("a,a\n1,2\n").contains("a"), broken("a,a\n1,2\n"));
        assertTrue(broken("a,b\n1,\"2\n3,4\n").startsWith("t.csv:"), broken("a,b\n1,\"2\n3,4\n"));
    }

    @Test
    void aRowMayBeShorterThanTheHead() {
        assertEquals(Map.of("a", "1"), table("a,b\n1\n").getFirst().values());
    }

    @Test
    void readsJsonLinesWithTheirNumbers() {
        List<Row> rows = lines("\uFEFF{\"a\":1}\r\n\n  \n{\"a\":[\"x\",{\"b\":null}]}");
        assertEquals(List.of("t.jsonl:1", "t.jsonl:4"), rows.stream().map(Row::place).toList());
        assertEquals(1, rows.getFirst().values().get("a"));
    }

    @Test
    void namesTheLineThatIsNoObject() {
        assertEquals("t.jsonl:2:1: expected a group of keys", brokenLines("{}\n[1]\n"));
        assertTrue(brokenLines("{}\n{\"a\":\n").startsWith("t.jsonl:2:"), brokenLines("{}\n{\"a\":\n"));
        assertTrue(brokenLines("{}\n{\"a\":1,\"a\":2}\n").startsWith("t.jsonl:2:"));
    }

    @Test
    void namesTheLineThatIsNoUtf8() {
        byte[] bytes = "{\"a\":1}\n{\"a\":\"x\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        bytes[14] = (byte) 0xfc;
        var in = new ByteArrayInputStream(bytes);
        assertEquals("t.jsonl:2:1: this is not UTF-8 text",
                assertThrows(JsonException.class, () -> Rows.ofJsonLines(in, "t.jsonl").toList()).getMessage());
        byte[] table = "a,b\n1,2\nü,3\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("t.csv:3:1: this is not UTF-8 text", assertThrows(JsonException.class,
                () -> Rows.ofTable(new ByteArrayInputStream(table), "t.csv", ',').toList()).getMessage());
    }

    @Test
    void linesMayBeLongerThanAnyBuffer() {
        String text = "x".repeat(300_000);
        assertEquals(List.of(text, "y"), lines("{\"a\":\"" + text + "\"}\n{\"a\":\"y\"}\n").stream()
                .map(row -> row.values().get("a")).toList());
    }

    @Test
    void makesARecordOfARow() {
        Row row = new Row("t.csv", 7, Map.of("sentence1", "a", "sentence2", "b", "score", "4.5", "more", 1));
        assertEquals(new Pair("a", "b", 4.5), Rows.bind(row.values(), row, Pair.class));
        assertEquals(List.of("sentence1", "sentence2", "score"), List.copyOf(Rows.keys(Pair.class).keySet()));
    }

    @Test
    void saysWhatIsWrongWithAValue() {
        assertEquals("t.csv:7: 'x' is not a number in score", fault(Map.of("sentence1", "a", "sentence2", "b", "score", "x")));
        assertEquals("t.csv:7: expected a number in score", fault(Map.of("sentence1", "a", "sentence2", "b", "score", "")));
        assertEquals("t.csv:7: sentence2 is missing", fault(Map.of("sentence1", "a", "score", "1")));
        assertTrue(fault(Map.of("sentence1", "a", "sentence2", "b")).contains("score"));
    }

    private static String fault(Map<String, Object> values) {
        Row row = new Row("t.csv", 7, values);
        return assertThrows(JsonException.class, () -> Rows.bind(values, row, Pair.class)).getMessage();
    }

    private static List<Row> table(String text) {
        return Rows.ofTable(bytes(text), "t.csv", ',').toList();
    }

    private static List<Row> lines(String text) {
        return Rows.ofJsonLines(bytes(text), "t.jsonl").toList();
    }

    private static String broken(String text) {
        return assertThrows(JsonException.class, () -> table(text)).getMessage();
    }

    private static String brokenLines(String text) {
        return assertThrows(JsonException.class, () -> lines(text)).getMessage();
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
