package pruefstand.engine.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.text.Refusal;

class LayoutsTest {

    @Test
    void findsTheFileOfAVersionWhateverFollowsTheNumber() {
        assertEquals("0.5.0", Layouts.of("0.5.0-dev").version());
        assertEquals(160, Layouts.of("0.5.0").contextParams().size());
        assertEquals(136, Layouts.of("b8390").contextParams().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.4.9", "1.0.0-rc1", "b4711", "", "../0.5.0"})
    void refusesAnUnknownVersionAndSaysHowToAddIt(String version) {
        Refusal refusal = assertThrows(Refusal.class, () -> Layouts.of(version));
        assertEquals("engine.llamacpp.version", refusal.what().key());
        assertTrue(refusal.getMessage().contains("layouts/"), refusal.getMessage());
    }

    @Test
    void readsFieldsWithOffsetTypeDefaultAndFixedValue() {
        Properties file = new Properties();
        file.setProperty("s", "24");
        file.setProperty("s.a", "0 int -1 7");
        file.setProperty("s.b", "4 float 0.5");
        file.setProperty("s.c", "8 pointer -");
        file.setProperty("s.d", "16   bool   1");
        file.setProperty("sx.e", "17 bool 1");
        StructLayout layout = StructLayout.read("s", file);
        assertEquals(Map.of("a", new StructField(0, FieldType.INT, OptionalDouble.of(-1), OptionalLong.of(7)),
                "b", new StructField(4, FieldType.FLOAT, OptionalDouble.of(0.5), OptionalLong.empty()),
                "c", new StructField(8, FieldType.POINTER, OptionalDouble.empty(), OptionalLong.empty()),
                "d", new StructField(16, FieldType.BOOL, OptionalDouble.of(1), OptionalLong.empty())), layout.fields());
        assertEquals(17, layout.endOfFields());
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment struct = arena.allocate(24, 8);
            layout.set(struct, "d", 1);
            layout.set(struct, "unknown to this version", 1);
            assertEquals(List.of("s.a: 0.0 instead of -1.0", "s.b: 0.0 instead of 0.5"), layout.differences(struct));
            layout.setFixedValues(struct);
            assertEquals(7, struct.get(ValueLayout.JAVA_INT, 0));
        }
    }

    @Test
    void aFunctionThatAVersionLacksIsRefusedOnlyWhenItIsCalled() {
        NativeFunction lacking = NativeFunction.find(_ -> Optional.empty(), "llama_new_thing", Optional.of(ValueLayout.JAVA_INT),
                ValueLayout.ADDRESS);
        Refusal refusal = assertThrows(Refusal.class, () -> lacking.intOf(MemorySegment.NULL));
        assertEquals("engine.llamacpp.function", refusal.what().key());
        assertTrue(refusal.getMessage().contains("llama_new_thing"), refusal.getMessage());
    }

    @Test
    void refusesALibraryWhoseStructsAreOthers() {
        Layouts known = Layouts.of("0.5.0");
        StructLayout context = known.contextParams();
        Map<String, StructField> moved = new HashMap<>(context.fields());
        moved.put("n_ctx", new StructField(4, FieldType.INT, OptionalDouble.of(512), OptionalLong.empty()));
        assertTrue(refusal(known, new StructLayout(context.name(), 160, moved)).contains("llama_context_params.n_ctx: 2048.0"));
        StructLayout shorter = new StructLayout(context.name(), 152, shortened(context));
        assertTrue(refusal(known, shorter).contains("160 bytes instead of 152"));
        StructLayout longer = new StructLayout(context.name(), 176, lengthened(context));
        assertTrue(refusal(known, longer).contains("160 bytes instead of 176"));
        assertEquals("", refusal(known, context));
    }

    private static Map<String, StructField> shortened(StructLayout layout) {
        Map<String, StructField> fields = new HashMap<>(layout.fields());
        fields.remove("ctx_other");
        return fields;
    }

    private static Map<String, StructField> lengthened(StructLayout layout) {
        Map<String, StructField> fields = new HashMap<>(layout.fields());
        fields.put("new_one", new StructField(168, FieldType.POINTER, OptionalDouble.empty(), OptionalLong.empty()));
        return fields;
    }

    private static String refusal(Layouts known, StructLayout context) {
        NativeLibrary library = NativeLibrary.find(Optional.empty(), Path.of(System.getProperty("pruefstand.home")));
        SymbolLookup.libraryLookup(library.file("ggml-base").orElseThrow(), Arena.global());
        SymbolLookup.libraryLookup(library.file("ggml").orElseThrow(), Arena.global());
        SymbolLookup lookup = SymbolLookup.libraryLookup(library.file("llama").orElseThrow(), Arena.global());
        try {
            new Params(new Layouts(known.version(), known.modelParams(), context, known.batch()), lookup).check();
            return "";
        } catch (Refusal refusal) {
            assertEquals("engine.llamacpp.layout", refusal.what().key());
            return refusal.getMessage();
        }
    }
}
