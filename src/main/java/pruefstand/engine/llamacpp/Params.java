package pruefstand.engine.llamacpp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.text.Refusal;

/** The functions that take or return structs by value, and the check that those structs are the ones we know. */
final class Params {

    private static final byte UNTOUCHED = (byte) 0xA5;
    private static final long ROOM_BEHIND_A_STRUCT = 1024;

    private final Layouts layouts;
    private final NativeFunction modelDefaults;
    private final NativeFunction contextDefaults;
    private final NativeFunction loadModel;
    private final NativeFunction initContext;
    private final NativeFunction decode;
    private final NativeFunction encode;

    Params(Layouts layouts, SymbolLookup lookup) {
        MemoryLayout model = layouts.modelParams().memoryLayout();
        MemoryLayout context = layouts.contextParams().memoryLayout();
        MemoryLayout batch = layouts.batch().memoryLayout();
        this.layouts = layouts;
        modelDefaults = NativeFunction.find(lookup, "llama_model_default_params", Optional.of(model));
        contextDefaults = NativeFunction.find(lookup, "llama_context_default_params", Optional.of(context));
        loadModel = NativeFunction.find(lookup, "llama_model_load_from_file", Optional.of(ADDRESS), ADDRESS, model);
        initContext = NativeFunction.find(lookup, "llama_init_from_model", Optional.of(ADDRESS), ADDRESS, context);
        decode = NativeFunction.find(lookup, "llama_decode", Optional.of(JAVA_INT), ADDRESS, batch);
        encode = NativeFunction.find(lookup, "llama_encode", Optional.of(JAVA_INT), ADDRESS, batch);
    }

    Layouts layouts() {
        return layouts;
    }

    /**
     * Compares the library's defaults with those of the layout file.
     *
     * @throws Refusal if they differ: the library is not the version that it says
     */
    void check() {
        try (Arena arena = Arena.ofConfined()) {
            List<String> differences = Stream.of(differences(modelDefaults, layouts.modelParams(), arena),
                    differences(contextDefaults, layouts.contextParams(), arena)).flatMap(List::stream).toList();
            if (!differences.isEmpty()) {
                throw Refusal.missing("engine.llamacpp.layout", layouts.version(), String.join("; ", differences));
            }
        }
    }

    // The memory is painted first, so that a struct of another size shows, and a larger one overwrites nothing of ours.
    private static List<String> differences(NativeFunction defaults, StructLayout layout, Arena arena) {
        MemorySegment painted = arena.allocate(layout.size() + ROOM_BEHIND_A_STRUCT, Long.BYTES).fill(UNTOUCHED);
        MemorySegment struct = defaults.structOf((size, alignment) -> painted.asSlice(0, size, alignment));
        long size = painted.byteSize();
        while (size > 0 && painted.get(JAVA_BYTE, size - 1) == UNTOUCHED) {
            size--;
        }
        if (size < layout.endOfFields() || size > layout.size()) {
            return List.of(layout.name() + ": " + size + " bytes instead of " + layout.size());
        }
        return layout.differences(struct);
    }

    MemorySegment modelParams(Arena arena) {
        MemorySegment struct = modelDefaults.structOf(arena);
        layouts.modelParams().setFixedValues(struct);
        return struct;
    }

    MemorySegment contextParams(Arena arena) {
        MemorySegment struct = contextDefaults.structOf(arena);
        layouts.contextParams().setFixedValues(struct);
        return struct;
    }

    MemorySegment loadModel(MemorySegment path, MemorySegment params) {
        return loadModel.addressOf(path, params);
    }

    MemorySegment initContext(MemorySegment model, MemorySegment params) {
        return initContext.addressOf(model, params);
    }

    int decode(MemorySegment context, MemorySegment batch) {
        return decode.intOf(context, batch);
    }

    int encode(MemorySegment context, MemorySegment batch) {
        return encode.intOf(context, batch);
    }
}
