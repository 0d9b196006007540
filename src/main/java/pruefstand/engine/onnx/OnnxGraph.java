package pruefstand.engine.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pruefstand.engine.EngineException;
import pruefstand.model.onnx.OnnxExport;
import pruefstand.text.Refusal;

/** A graph that ONNX Runtime has loaded. */
final class OnnxGraph implements AutoCloseable {

    private static final Set<OnnxJavaType> FRACTIONS = EnumSet.of(OnnxJavaType.FLOAT, OnnxJavaType.FLOAT16, OnnxJavaType.BFLOAT16);

    private final OrtEnvironment runtime;
    private final OrtSession session;
    private final GraphInputs inputs;
    private boolean closed;

    private OnnxGraph(OrtEnvironment runtime, OrtSession session, GraphInputs inputs) {
        this.runtime = runtime;
        this.session = session;
        this.inputs = inputs;
    }

    /**
     * Loads the graph of an export, whose header has been checked.
     *
     * @throws Refusal if ONNX Runtime cannot use it, or it wants inputs that cannot be made of a text
     */
    static OnnxGraph load(OnnxExport export, int threads) {
        OrtEnvironment runtime = NativeFiles.runtime();
        try (OrtSession.SessionOptions options = options(threads)) {
            OrtSession session = runtime.createSession(export.graph().toString(), options);
            try {
                return new OnnxGraph(runtime, session, GraphInputs.of(session.getInputInfo(), export));
            } catch (OrtException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw Refusal.input("engine.onnx.model", export.graph().toString(), String.valueOf(e.getMessage())).because(e);
        }
    }

    private static OrtSession.SessionOptions options(int threads) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
        options.setDeterministicCompute(true);
        // A plan of the memory is worth its making only where shapes come again.
        options.setMemoryPatternOptimization(false);
        return options;
    }

    /** As ONNX Runtime says, such as {@code 1.28.0}. */
    String version() {
        return runtime.getVersion();
    }

    /**
     * Its outputs that hold numbers.
     *
     * @param sample what is computed to find out how wide an output is that the graph does not describe
     */
    List<OutputInfo> outputs(Tokens sample) {
        try {
            List<OutputInfo> outputs = new ArrayList<>();
            for (NodeInfo node : session.getOutputInfo().values()) {
                if (node.getInfo() instanceof TensorInfo info && FRACTIONS.contains(info.type)) {
                    outputs.add(describe(node.getName(), info.getShape(), sample));
                }
            }
            return outputs;
        } catch (OrtException e) {
            throw new EngineException("the outputs of the graph cannot be read: " + e.getMessage(), e);
        }
    }

    private OutputInfo describe(String name, long[] shape, Tokens sample) {
        long last = shape.length == 0 ? 1 : shape[shape.length - 1];
        int width = last > 0 ? Math.toIntExact(last)
                : run(new TokenBatch(List.of(new TokenBatch.Row(sample, List.of(0)))), name).width();
        return new OutputInfo(name, shape.length, width);
    }

    /** Computes one output for a batch. */
    Output run(TokenBatch batch, String output) {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try {
            inputs.fill(batch, runtime, tensors);
            try (OrtSession.Result result = session.run(tensors, Set.of(output))) {
                return read((OnnxTensor) result.get(0), batch, output);
            }
        } catch (OrtException e) {
            throw new EngineException("ONNX Runtime could not compute " + batch.rows().size() + " rows of " + batch.width()
                    + " tokens: " + e.getMessage(), e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private static Output read(OnnxTensor tensor, TokenBatch batch, String output) {
        long[] shape = tensor.getInfo().getShape();
        FloatBuffer numbers = Optional.ofNullable(tensor.getFloatBuffer())
                .orElseThrow(() -> new EngineException("the output " + output + " is not of floating-point numbers"));
        boolean expected = shape.length >= 1 && shape[0] == batch.rows().size() && (shape.length < 3 || shape[1] == batch.width());
        if (!expected || shape.length > 3) {
            throw new EngineException("the output " + output + " does not have a row for each text");
        }
        return new Output(array(numbers), shape);
    }

    // Of half-precision numbers the buffer is not in the heap.
    private static float[] array(FloatBuffer numbers) {
        if (numbers.hasArray() && numbers.arrayOffset() == 0 && numbers.array().length == numbers.remaining()) {
            return numbers.array();
        }
        float[] values = new float[numbers.remaining()];
        numbers.get(values);
        return values;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                session.close();
            } catch (OrtException e) {
                throw new EngineException("the graph cannot be closed: " + e.getMessage(), e);
            }
        }
    }
}
