package pruefstand.model.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pruefstand.text.Refusal;

class GgufPartsTest {

    private static final GgufHeader MODEL = ModelShape.dense(1, 256, 512, 1000, TensorType.Q8_0).header();

    private static GgufHeader part(int from, int to, int parts) {
        Map<String, GgufValue> metadata = new TreeMap<>(from == 0 ? MODEL.metadata() : Map.of());
        metadata.put("split.count", new GgufValue.Whole(parts));
        return new GgufHeader(3, metadata, MODEL.tensors().subList(from, to), 1000);
    }

    @Test
    void aModelInOneFileIsThatFile() {
        assertEquals(MODEL, GgufParts.read("model.gguf", _ -> MODEL));
    }

    @Test
    void theTensorsOfAllPartsAreItsTensorsWhicheverWasNamed() {
        List<String> asked = new ArrayList<>();
        GgufHeader joined = GgufParts.read("m-00002-of-00003.gguf", name -> {
            asked.add(name);
            return asked.size() == 1 ? part(0, 4, 3) : asked.size() == 2 ? part(4, 6, 3) : part(6, MODEL.tensors().size(), 3);
        });
        assertEquals(List.of("m-00001-of-00003.gguf", "m-00002-of-00003.gguf", "m-00003-of-00003.gguf"), asked);
        assertEquals(MODEL.tensors(), joined.tensors());
        assertEquals(3000, joined.bytes());
        assertEquals("llama", joined.architecture().orElseThrow());
    }

    @Test
    void aPartUnderAnotherNameIsRefused() {
        assertEquals("model.gguf.parts", assertThrows(Refusal.class, () -> GgufParts.read("model.gguf", _ -> part(0, 4, 3))).what().key());
    }
}
