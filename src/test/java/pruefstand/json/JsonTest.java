package pruefstand.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonTest {

    enum Colour {
        PALE_BLUE;

        @Override
        public String toString() {
            return "pale-blue";
        }
    }

    sealed interface Shape {
        record Circle(double radius) implements Shape {
        }

        record Square(double side) implements Shape {
        }
    }

    record Thing(String longName, Optional<String> note, OptionalDouble weight, Colour colour, List<Shape> shapes,
            Map<String, Integer> counts) {
    }

    private static final Thing THING = new Thing("größer", Optional.empty(), OptionalDouble.of(0.1), Colour.PALE_BLUE,
            List.of(new Shape.Circle(2), new Shape.Square(0.5)), Map.of("a", 1));

    private static final String TEXT = "{\"long_name\":\"größer\",\"note\":null,\"weight\":0.1,\"colour\":\"pale-blue\","
            + "\"shapes\":[{\"type\":\"Circle\",\"radius\":2.0},{\"type\":\"Square\",\"side\":0.5}],\"counts\":{\"a\":1}}";

    @Test
    void writesSnakeCaseInTheOrderOfDeclaration() {
        assertEquals(TEXT, Json.write(THING));
    }

    @Test
    void readsWhatItWrote() {
        assertEquals(THING, Json.read(TEXT, "test", Thing.class));
    }

    @Test
    void anOptionalKeyMayBeAbsent() {
        Thing read = Json.read(TEXT.replace("\"note\":null,", ""), "test", Thing.class);
        assertEquals(Optional.empty(), read.note());
    }

    @Test
    void refusesAnUnknownKeyAndNamesItsPlace() {
        JsonException e = assertThrows(JsonException.class,
                () -> Json.read("{\n  \"long_name\": \"x\",\n  \"colr\": 1\n}", "a.json", Thing.class));
        assertEquals(3, e.line());
        assertTrue(e.getMessage().startsWith("a.json:3:"), e.getMessage());
        assertTrue(e.getMessage().contains("unknown key 'colr'"), e.getMessage());
        assertTrue(e.getMessage().contains("colour"), e.getMessage());
    }

    @Test
    void refusesAKeyGivenTwice() {
        assertThrows(JsonException.class, () -> Json.read("{\"a\":1,\"a\":2}", "a.json", Map.class));
    }

    @Test
    void refusesWhatFollowsTheDocument() {
        assertThrows(JsonException.class, () -> Json.read("{} {}", "a.json", Map.class));
    }

    @Test
    void refusesAnEmptyDocument() {
        assertThrows(JsonException.class, () -> Json.read("", "a.json", Map.class));
        assertThrows(JsonException.class, () -> Json.read("null", "a.json", Map.class));
    }

    @Test
    void refusesAValueThatIsNoneOfAnEnum() {
        JsonException e = assertThrows(JsonException.class,
                () -> Json.read(TEXT.replace("pale-blue", "pale_blue"), "a.json", Thing.class));
        assertTrue(e.getMessage().contains("expected") || e.getMessage().contains("is not one of pale-blue"), e.getMessage());
    }

    @Test
    void refusesATypeThatIsNoneOfASealedInterface() {
        assertThrows(JsonException.class, () -> Json.read(TEXT.replace("Circle", "java.lang.Runtime"), "a.json", Thing.class));
    }

    @Test
    void namesTheLineOfAFaultyLine() {
        var in = new ByteArrayInputStream("{\"radius\":1}\n\n{\"radius\":\"x\"}\n".getBytes(StandardCharsets.UTF_8));
        record Circle(double radius) {
        }
        JsonException e = assertThrows(JsonException.class, () -> Json.lines(in, "a.jsonl", Circle.class).toList());
        assertEquals(3, e.line());
    }

    @Test
    void aLineThatIsNullIsNoLine() {
        assertThrows(JsonException.class, () -> Json.readLine("null", "a.jsonl", 1, Map.class));
        assertThrows(JsonException.class, () -> Json.lines(bytes("null\n"), "a.jsonl", Object.class).toList());
    }

    /** Lines from elsewhere may leave out only what is optional. */
    @Test
    void aWholeLineHasAllThatItsRecordHas() {
        record Kept(int index, List<String> called, Optional<String> reason) {
        }
        String whole = "{\"index\": 1, \"called\": [\"a\"], \"reason\": null}";
        assertEquals(List.of(new Kept(1, List.of("a"), Optional.empty())), Json.wholeLines(bytes(whole), "a", Kept.class).toList());
        for (String broken : List.of("{\"index\": 1}", "{\"index\": 1, \"called\": null}", "{\"index\": 1, \"called\": [null]}", "null")) {
            JsonException e = assertThrows(JsonException.class, () -> Json.wholeLines(bytes(broken), "a", Kept.class).toList(), broken);
            assertEquals(1, e.line());
        }
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsYamlAsStrictly() {
        record Named(String name, int version) {
        }
        assertEquals(new Named("x", 2), Yaml.read("name: x\nversion: 2\n", "a.yaml", Named.class));
        JsonException e = assertThrows(JsonException.class,
                () -> Yaml.read("name: x\nversion: 2\nverison: 3\n", "a.yaml", Named.class));
        assertTrue(e.getMessage().startsWith("a.yaml:3:"), e.getMessage());
    }

    @Test
    void yamlHoldsNoHalfOfACharacterInAnyKeyOrText() {
        assertEquals("f:2:7: \\ud800 is half a character; write the whole one",
                assertThrows(JsonException.class, () -> Yaml.read("a: b\nname: \"A\\ud800\"\n", "f", Map.class)).getMessage());
        assertThrows(JsonException.class, () -> Yaml.read("\"\\U0000dfff\": b\n", "f", Map.class));
        assertThrows(JsonException.class, () -> Yaml.document("a: [\"\\udc00\\ud800\"]\n", "f"));
        assertEquals(Map.of("a", "\ud83d\ude00"), Yaml.read("a: \"\\ud83d\\ude00\"\n", "f", Map.class));
    }

    @Test
    void yamlMayBeAsLongAsARegistryOfManyModels() {
        record Listed(List<String> names) {
        }
        String text = "names:\n" + ("- " + "n".repeat(98) + "\n").repeat(40_000);
        assertEquals(40_000, Yaml.read(text, "models.yaml", Listed.class).names().size());
    }

    @Test
    void aStreamIsAListThatIsMadeWhileItIsWritten() throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        List<Integer> made = new ArrayList<>();
        content.put("rows", Stream.of(1, 2).peek(made::add));
        content.put("made", Stream.of(made).flatMap(List::stream));
        StringWriter written = new StringWriter();
        Json.writeIndented(content, written);
        assertEquals("{\n  \"rows\" : [ 1, 2 ],\n  \"made\" : [ 1, 2 ]\n}\n", written.toString());
    }

    @Test
    void forAScriptWhatWereOnceLineEndsIsEscaped() throws IOException {
        StringWriter written = new StringWriter();
        Json.writeForScript(List.of("a\u2028b\u2029c", "ä\n"), written);
        assertEquals("[\"a\\u2028b\\u2029c\",\"ä\\n\"]", written.toString());
    }

    @Test
    void whatGoesWrongOnTheWayIsTold() {
        IllegalStateException own = new IllegalStateException("own");
        Stream<Object> rows = Stream.of(1).map(_ -> {
            throw own;
        });
        assertSame(own, assertThrows(IllegalStateException.class, () -> Json.writeIndented(Map.of("rows", rows), new StringWriter())));
        IOException full = new IOException("full");
        Writer disk = new FilterWriter(new StringWriter()) {

            @Override
            public void write(char[] from, int offset, int length) throws IOException {
                throw full;
            }
        };
        assertSame(full, assertThrows(IOException.class, () -> Json.writeIndented(Map.of("a", 1), disk)));
    }
}
