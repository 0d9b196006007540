package pruefstand.engine.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pruefstand.model.onnx.OnnxExport;
import pruefstand.text.Refusal;

/**
 * Where a decoder takes keys or values of the tokens that it has read: {@code past_key_values.N.key}, which it gives longer as
 * {@code present.N.key}.
 *
 * @param name of the input
 * @param present name of the output
 * @param type of its numbers
 * @param heads rows of a token
 * @param width numbers of a row
 */
record CacheInput(String name, String present, OnnxJavaType type, long heads, long width) {

    private static final String PAST = "past_key_values";
    private static final Set<OnnxJavaType> TYPES = EnumSet.of(OnnxJavaType.FLOAT, OnnxJavaType.FLOAT16, OnnxJavaType.BFLOAT16);
    private static final int RANK = 4;

    /**
     * Takes them out of the inputs of a graph.
     *
     * @param inputs what remains here are the others
     * @throws Refusal if one is not of the usual shape: texts, heads, tokens, numbers
     */
    static List<CacheInput> takeOut(Map<String, NodeInfo> inputs, Set<String> outputs, OnnxExport export) {
        List<CacheInput> caches = new ArrayList<>();
        for (String name : inputs.keySet().stream().filter(name -> name.startsWith(PAST + ".")).toList()) {
            String present = "present" + name.substring(PAST.length());
            if (!(inputs.remove(name).getInfo() instanceof TensorInfo info) || info.getShape().length != RANK
                    || !TYPES.contains(info.type) || info.getShape()[1] < 1 || info.getShape()[RANK - 1] < 1
                    || !outputs.contains(present)) {
                throw Refusal.input("engine.onnx.cache", export.graph().toString(), name, present);
            }
            caches.add(new CacheInput(name, present, info.type, info.getShape()[1], info.getShape()[RANK - 1]));
        }
        return List.copyOf(caches);
    }
}
