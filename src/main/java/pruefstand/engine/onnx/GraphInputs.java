package pruefstand.engine.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import pruefstand.model.onnx.ModelConfig;
import pruefstand.model.onnx.OnnxExport;
import pruefstand.text.Refusal;

/** What a graph wants to be given for tokens: the inputs that it names, in the type that it names, filled up on the right. */
final class GraphInputs {

    private static final String MASK = "attention_mask";
    private static final String LOGITS_KEPT = "num_logits_to_keep";

    private final Map<String, OnnxJavaType> wanted;
    private final ModelConfig config;

    private GraphInputs(Map<String, OnnxJavaType> wanted, ModelConfig config) {
        this.wanted = wanted;
        this.config = config;
    }

    /** @throws Refusal if the graph wants something that cannot be made of a text */
    static GraphInputs of(Map<String, NodeInfo> inputs, OnnxExport export) {
        Map<String, OnnxJavaType> wanted = new LinkedHashMap<>();
        inputs.forEach((name, node) -> {
            boolean known = switch (name) {
                case "input_ids", MASK, "token_type_ids", "position_ids", LOGITS_KEPT -> true;
                default -> false;
            };
            if (!known || !(node.getInfo() instanceof TensorInfo info)
                    || info.type != OnnxJavaType.INT64 && info.type != OnnxJavaType.INT32) {
                throw Refusal.input("engine.onnx.input", export.graph().toString(), name);
            }
            wanted.put(name, info.type);
        });
        return new GraphInputs(wanted, export.config());
    }

    /**
     * Makes the tensors of a batch; whoever asks closes what has been put, also after a failure.
     *
     * @param past tokens that each row has behind it
     */
    void fill(TokenBatch batch, int past, OrtEnvironment runtime, Map<String, OnnxTensor> tensors) throws OrtException {
        for (Map.Entry<String, OnnxJavaType> input : wanted.entrySet()) {
            String name = input.getKey();
            int width = batch.width() + (name.equals(MASK) ? past : 0);
            // A number that stands alone; 0 stands for all places.
            boolean alone = name.equals(LOGITS_KEPT);
            long[] shape = alone ? new long[0] : new long[] {batch.rows().size(), width};
            long[] values = alone ? new long[1] : values(name, batch, width, past);
            tensors.put(name, input.getValue() == OnnxJavaType.INT64
                    ? OnnxTensor.createTensor(runtime, LongBuffer.wrap(values), shape)
                    : OnnxTensor.createTensor(runtime, IntBuffer.wrap(narrow(values)), shape));
        }
    }

    private long[] values(String input, TokenBatch batch, int width, int past) {
        long[] values = new long[Math.multiplyExact(batch.rows().size(), width)];
        for (int row = 0; row < batch.rows().size(); row++) {
            Tokens tokens = batch.rows().get(row).tokens();
            for (int i = 0; i < width; i++) {
                values[row * width + i] = value(input, tokens, i, past);
            }
        }
        return values;
    }

    private long value(String input, Tokens tokens, int i, int past) {
        boolean inText = i < tokens.length();
        return switch (input) {
            case "input_ids" -> inText ? tokens.ids()[i] : config.paddingToken();
            case MASK -> i < past + tokens.length() ? 1 : 0;
            case "token_type_ids" -> inText ? tokens.types()[i] : 0;
            default -> (long) config.firstPosition() + past + i;
        };
    }

    private static int[] narrow(long[] values) {
        int[] narrow = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = Math.toIntExact(values[i]);
        }
        return narrow;
    }
}
