package pruefstand.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.text.Refusal;
import pruefstand.text.RefusalKind;

/** Every way in which a graph can be wrong, or reach out of its folder, is refused with what and where. */
class BrokenOnnxTest {

    @TempDir
    private Path folder;

    // A model begins with its version in two bytes, then the tag and the length of its graph, two bytes, then the tag and the
    // length of the tensor: the graph is at 2, its first field at 4. Lengths above 16383 take three bytes.
    static Stream<Arguments> broken() {
        return Stream.of(
                of("model.onnx.no-graph", 0, new OnnxBytes()),
                of("model.onnx.no-graph", 0, new OnnxBytes().number(1, 8)),
                of("model.onnx.truncated", 1, new OnnxBytes().tag(1, 0)),
                of("model.onnx.number", 1, new OnnxBytes().tag(1, 0).bytes(0xFF, 11)),
                of("model.onnx.field", 0, new OnnxBytes().number(0, 1)),
                of("model.onnx.field", 0, new OnnxBytes().tag(3, 3)),
                of("model.onnx.field", 0, new OnnxBytes().tag(3, 6)),
                of("model.onnx.field", 0, new OnnxBytes().number(7, 1)),
                of("model.onnx.length", 0, new OnnxBytes().tag(7, 2).varint(1)),
                of("model.onnx.length", 0, new OnnxBytes().tag(7, 2).varint(-1)),
                of("model.onnx.length", 0, new OnnxBytes().tag(7, 2).varint(Long.MAX_VALUE)),
                of("model.onnx.length", 0, new OnnxBytes().tag(7, 5)),
                of("model.onnx.length", 4, OnnxBytes.model(new OnnxBytes().tag(5, 2).varint(9)).number(3, 1).number(3, 1)),
                of("model.onnx.text", 18, graphOf(5, OnnxBytes.tensor("n".repeat(65_537), 1, 1))),
                of("model.onnx.utf8", 10, graphOf(5, new OnnxBytes().number(2, 1).raw(8, new byte[] {(byte) 0xC3, 0x28}))),
                of("model.onnx.nested", -1, nested(30)),
                of("model.onnx.type", 4, graphOf(5, OnnxBytes.tensor("t", 99, 1).raw(9, new byte[4]))),
                of("model.onnx.shape", 17, graphOf(5, OnnxBytes.tensor("t", 1, -4))),
                of("model.onnx.shape", 4, graphOf(5, OnnxBytes.tensor("t", 1, 1L << 40, 1L << 40))),
                of("model.onnx.no-data", 4, graphOf(5, OnnxBytes.tensor("t", 1, 2))),
                of("model.onnx.data", 4, graphOf(5, OnnxBytes.tensor("t", 1, 2).raw(9, new byte[7]))),
                of("model.onnx.data", 4, graphOf(5, OnnxBytes.tensor("t", 1, 2).raw(9, new byte[12]))),
                of("model.onnx.data", 4, graphOf(5, OnnxBytes.tensor("t", 1, 9).raw(4, new byte[4]))),
                of("model.onnx.data", 4, graphOf(5, OnnxBytes.tensor("t", 22, 3).raw(9, new byte[3]))),
                of("model.onnx.operator", 0, graphOf(1, OnnxBytes.node("Foo", "evil.example"))),
                of("model.onnx.operator", 0, graphOf(1, OnnxBytes.node("Foo", "ai.onnx.contrib"))),
                of("model.onnx.operator", 4, graphOf(1, OnnxBytes.node("EPContext", "com.microsoft"))),
                of("model.onnx.operator", 0, graphOf(1, branch(new OnnxBytes().message(1, OnnxBytes.node("Foo", "evil"))))),
                of("model.onnx.external-number", 4, graphOf(5, at("data.bin").external("offset", "-1"))),
                of("model.onnx.external-number", 4, graphOf(5, at("data.bin").external("length", "all"))),
                of("model.onnx.external-size", 4, graphOf(5, at("data.bin").external("offset", "1"))),
                of("model.onnx.external-size", 4, graphOf(5, at("data.bin").external("length", "4"))),
                of("model.onnx.external-missing", -1, graphOf(5, at("none.bin"))));
    }

    private static Arguments of(String key, long offset, OnnxBytes bytes) {
        return Arguments.of(key, offset, bytes.bytes());
    }

    private static OnnxBytes graphOf(int field, OnnxBytes part) {
        return OnnxBytes.model(new OnnxBytes().message(field, part));
    }

    /** Two floats, which take the eight bytes of the file. */
    private static OnnxBytes at(String location) {
        return OnnxBytes.tensor("t", 1, 2).external("location", location).number(14, 1);
    }

    private static OnnxBytes branch(OnnxBytes graph) {
        return OnnxBytes.node("If", "").message(5, new OnnxBytes().message(6, graph));
    }

    private static OnnxBytes nested(int levels) {
        OnnxBytes graph = new OnnxBytes();
        for (int i = 0; i < levels; i++) {
            graph = new OnnxBytes().message(1, branch(graph));
        }
        return OnnxBytes.model(graph);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesWithWhatAndWhere(String key, long offset, byte[] bytes) throws IOException {
        Files.write(folder.resolve("data.bin"), new byte[8]);
        Refusal refusal = refusal(bytes);
        assertEquals(key, refusal.what().key());
        assertEquals(key.endsWith("missing") ? RefusalKind.MISSING_PART : RefusalKind.INPUT, refusal.kind());
        assertTrue(refusal.getMessage().contains("model.onnx"), refusal.getMessage());
        if (offset >= 0 && refusal.what().arguments().size() > 1) {
            assertEquals(offset, ((Number) refusal.what().arguments().get(1)).longValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/etc/passwd", "../data.bin", "sub/../../data.bin", "link.bin", "linked/data.bin", "C:data.bin",
        "sub\\data.bin", "a\0b", "*/_ORT_MEM_ADDR_/*", "..", "."})
    void refusesExternalDataThatLiesElsewhere(String location) throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Path data = Files.write(folder.resolve("sub/data.bin"), new byte[8]);
        Files.write(folder.resolve("data.bin"), new byte[8]);
        Files.createSymbolicLink(folder.resolve("link.bin"), data);
        Files.createSymbolicLink(folder.resolve("linked"), folder.resolve("sub"));
        for (OnnxBytes graph : List.of(graphOf(5, at(location)), graphOf(1, branch(new OnnxBytes().message(5, at(location)))),
                graphOf(1, OnnxBytes.node("Constant", "").message(5, new OnnxBytes().message(5, at(location)))))) {
            String key = refusal(graph.bytes()).what().key();
            assertTrue(key.equals("model.onnx.external-path") || location.equals(".") && key.equals("model.onnx.external-missing"),
                    location + " " + key);
        }
    }

    @Test
    void readsExternalDataBelowItsFolder() throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Path data = Files.write(folder.resolve("sub/data.bin"), new byte[12]);
        Path file = Files.write(folder.resolve("model.onnx"), graphOf(5, at("sub/data.bin").external("offset", "4")).bytes());
        OnnxHeader header = OnnxHeader.read(file);
        assertEquals(List.of(data), header.externalFiles());
        assertEquals(8, header.initializers().getFirst().bytes());
    }

    @Test
    void refusesExternalDataOfAGraphThatIsALink() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.write(folder.resolve("data.bin"), new byte[8]);
        Files.createSymbolicLink(folder.resolve("model.onnx"), Files.write(elsewhere.resolve("graph"), graphOf(5, at("data.bin")).bytes()));
        Refusal refusal = assertThrows(Refusal.class, () -> OnnxHeader.read(folder.resolve("model.onnx")));
        assertEquals("model.onnx.external-path", refusal.what().key());
        Files.write(elsewhere.resolve("graph"), OnnxBytes.model(new OnnxBytes()).bytes());
        assertEquals(List.of(), OnnxHeader.read(folder.resolve("model.onnx")).externalFiles());
    }

    @Test
    void knowsFunctionsThatTheModelDefines() throws IOException {
        OnnxBytes model = graphOf(1, OnnxBytes.node("Gelu", "own")).message(25, new OnnxBytes().text(10, "own")
                .message(7, OnnxBytes.node("Erf", "")));
        assertEquals(0, OnnxHeader.read(Files.write(folder.resolve("model.onnx"), model.bytes())).initializers().size());
    }

    @Test
    void readsEveryWayOfWritingValues() throws IOException {
        OnnxBytes graph = new OnnxBytes()
                .message(5, new OnnxBytes().raw(1, new byte[] {2, 3}).number(2, 1).text(8, "packed").raw(9, new byte[24]))
                .message(5, OnnxBytes.tensor("floats", 1, 2).raw(4, new byte[8]))
                .message(5, OnnxBytes.tensor("longs", 7, 3).raw(7, new byte[3]))
                .message(5, OnnxBytes.tensor("nibbles", 22, 3).raw(9, new byte[2]))
                .message(5, OnnxBytes.tensor("words", 8, 1).text(6, "word"))
                .message(5, OnnxBytes.tensor("nothing", 1, 0));
        Path file = Files.write(folder.resolve("model.onnx"), OnnxBytes.model(graph).bytes());
        assertEquals(List.of(6L, 2L, 3L, 3L, 1L, 0L), OnnxHeader.read(file).initializers().stream().map(Initializer::values).toList());
    }

    private Refusal refusal(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("model.onnx"), bytes);
        return assertThrows(Refusal.class, () -> OnnxHeader.read(file));
    }
}
