package pruefstand.model.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pruefstand.text.Refusal;
import pruefstand.text.RefusalKind;

/** Every way in which a header can be wrong is refused with what and where. */
class BrokenGgufTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> broken() {
        return Stream.of(
                of("model.gguf.truncated", 0, new GgufBytes()),
                of("model.gguf.magic", 0, new GgufBytes().text("GGML").int32(3).int64(0).int64(0)),
                of("model.gguf.truncated", 4, new GgufBytes().text("GGUF").int8(3)),
                of("model.gguf.version", 4, GgufBytes.header(1, 0, 0)),
                of("model.gguf.version", 4, GgufBytes.header(4, 0, 0)),
                of("model.gguf.big-endian", 4, GgufBytes.header(3 << 24, 0, 0)),
                of("model.gguf.count", 8, GgufBytes.header(3, -1, 0)),
                of("model.gguf.count", 8, GgufBytes.header(3, 1, 0)),
                of("model.gguf.count", 16, GgufBytes.header(3, 0, Long.MAX_VALUE)),
                of("model.gguf.too-many", 16, GgufBytes.header(3, 0, 20_000).data(1, 400_000)),
                of("model.gguf.count", 24, GgufBytes.header(3, 0, 1).int64(1L << 40).data(1, 20)),
                of("model.gguf.name", 24, GgufBytes.header(3, 0, 1).int64(0).data(1, 20)),
                of("model.gguf.name", 24, GgufBytes.header(3, 0, 1).int64(65_536).data(1, 70_000)),
                of("model.gguf.utf8", 24 + 8, GgufBytes.header(3, 0, 1).int64(2).int8(0xC3).int8(0x28).int32(4).int32(0)),
                of("model.gguf.value-type", 33, GgufBytes.header(3, 0, 1).string("k").int32(13).int32(0)),
                of("model.gguf.flag", 37, GgufBytes.header(3, 0, 1).string("k").int32(7).int8(2)),
                of("model.gguf.number", 37, GgufBytes.header(3, 0, 1).string("k").int32(10).int64(-1)),
                of("model.gguf.count", 37, GgufBytes.header(3, 0, 1).string("k").int32(8).int64(5).text("four")),
                of("model.gguf.array-type", 37, GgufBytes.header(3, 0, 1).string("k").int32(9).int32(9).int64(1).int64(0)),
                of("model.gguf.count", 41, GgufBytes.header(3, 0, 1).string("k").int32(9).int32(4).int64(3).int64(0)),
                of("model.gguf.count", 49, GgufBytes.header(3, 0, 1).string("k").int32(9).int32(8).int64(1).int64(9)),
                of("model.gguf.duplicate", 41, GgufBytes.header(3, 0, 2).int32Entry("k", 1).int32Entry("k", 1)),
                of("model.gguf.alignment", 57, alignment(24)),
                of("model.gguf.alignment", 57, alignment(0)),
                of("model.gguf.alignment", 57, alignment(1 << 30)),
                of("model.gguf.name", 24, GgufBytes.header(3, 1, 0).tensor("n".repeat(64), 0, 0, 1).data(32, 4)),
                of("model.gguf.dimensions", 33, GgufBytes.header(3, 1, 0).tensor("t", 0, 0).data(32, 4)),
                of("model.gguf.dimensions", 33, GgufBytes.header(3, 1, 0).tensor("t", 0, 0, 1, 1, 1, 1, 1).data(32, 4)),
                of("model.gguf.type", 24, GgufBytes.header(3, 1, 0).tensor("t", 4, 0, 1).data(32, 4)),
                of("model.gguf.type", 24, GgufBytes.header(3, 1, 0).tensor("t", -1, 0, 1).data(32, 4)),
                of("model.gguf.row", 24, GgufBytes.header(3, 1, 0).tensor("t", 2, 0, 33).data(32, 64)),
                of("model.gguf.shape", 24, GgufBytes.header(3, 1, 0).tensor("t", 0, 0, 0).data(32, 4)),
                of("model.gguf.shape", 24, GgufBytes.header(3, 1, 0).tensor("t", 0, 0, -4).data(32, 4)),
                of("model.gguf.shape", 24, GgufBytes.header(3, 1, 0).tensor("t", 0, 0, 1L << 32, 1L << 32).data(32, 4)),
                of("model.gguf.duplicate", 24 + 9 + 24, twoTensors("t", "t", 0, 32)),
                of("model.gguf.overlap", 96 + 32, twoTensors("t", "u", 0, 32)),
                of("model.gguf.unaligned", 96, twoTensors("t", "u", 0, 65)),
                of("model.gguf.outside", 96, twoTensors("t", "u", 0, 128)),
                of("model.gguf.outside", 96, twoTensors("t", "u", 0, -32)),
                of("model.gguf.outside", 64, GgufBytes.header(3, 1, 0).tensor("t", 0, 0, 1L << 60).data(32, 4)));
    }

    private static Arguments of(String key, long offset, GgufBytes bytes) {
        return Arguments.of(key, offset, bytes.bytes());
    }

    private static GgufBytes alignment(int bytes) {
        return GgufBytes.header(3, 0, 1).int32Entry("general.alignment", bytes);
    }

    /** Sixteen floats each; the data begins at byte 96 and holds two of them. */
    private static GgufBytes twoTensors(String first, String second, long firstOffset, long secondOffset) {
        return GgufBytes.header(3, 2, 0).tensor(first, 0, firstOffset, 16).tensor(second, 0, secondOffset, 16).data(32, 128);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesWithWhatAndWhere(String key, long offset, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("broken.gguf"), bytes);
        Refusal refusal = assertThrows(Refusal.class, () -> GgufHeader.read(file));
        assertEquals(key, refusal.what().key());
        assertEquals(offset, refusal.what().arguments().get(1));
        assertEquals(RefusalKind.INPUT, refusal.kind());
        assertTrue(refusal.getMessage().contains("broken.gguf"), refusal.getMessage());
    }

    @Test
    void readsTensorsThatLieSideBySide() throws IOException {
        Path file = Files.write(folder.resolve("whole.gguf"), twoTensors("t", "u", 64, 0).bytes());
        assertEquals(2, GgufHeader.read(file).tensors().size());
    }

    @Test
    void readsEveryKindOfValue() throws IOException {
        GgufBytes bytes = GgufBytes.header(2, 0, 10).string("u8").int32(0).int8(200).string("i8").int32(1).int8(200)
                .string("u16").int32(2).int8(0xFF).int8(0xFF).string("i16").int32(3).int8(0xFF).int8(0xFF)
                .string("u32").int32(4).int32(-1).string("f32").int32(6).int32(Float.floatToIntBits(0.5f))
                .string("flag").int32(7).int8(1).string("f64").int32(12).int64(Double.doubleToLongBits(0.1))
                .string("list").int32(9).int32(8).int64(2).string("a").string("").textEntry("long", "x".repeat(70_000));
        GgufHeader header = GgufHeader.read(Files.write(folder.resolve("values.gguf"), bytes.bytes()));
        assertEquals(200, header.whole("u8").orElseThrow());
        assertEquals(-56, header.whole("i8").orElseThrow());
        assertEquals(65_535, header.whole("u16").orElseThrow());
        assertEquals(-1, header.whole("i16").orElseThrow());
        assertEquals(4_294_967_295L, header.whole("u32").orElseThrow());
        assertEquals(new GgufValue.Real(0.5), header.metadata().get("f32"));
        assertEquals(true, header.flag("flag").orElseThrow());
        assertEquals(new GgufValue.Real(0.1), header.metadata().get("f64"));
        assertEquals(2, header.elements("list").orElseThrow());
        assertEquals(new GgufValue.Unread(70_000), header.metadata().get("long"));
        assertTrue(header.text("long").isEmpty() && header.whole("flag").isEmpty());
    }

    @Test
    void refusesAMissingFileAndAFolder() {
        assertEquals(RefusalKind.MISSING_PART,
                assertThrows(Refusal.class, () -> GgufHeader.read(folder.resolve("no.gguf"))).kind());
        assertEquals(RefusalKind.MISSING_PART, assertThrows(Refusal.class, () -> GgufHeader.read(folder)).kind());
    }
}
