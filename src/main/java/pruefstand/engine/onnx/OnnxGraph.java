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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import pruefstand.engine.EngineException;
import pruefstand.model.onnx.OnnxExport;
import pruefstand.text.Refusal;

/** A graph that ONNX Runtime has loaded. */
final class OnnxGraph implements AutoCloseable {

    private static final Set<OnnxJavaType> FRACTIONS = EnumSet.of(OnnxJavaType.FLOAT, OnnxJavaType.FLOAT16, OnnxJavaType.BFLOAT16);

    private final OrtEnvironment runtime;
    private final OrtSession session;
    private final GraphInputs inputs;
    private final List<CacheInput> caches;
    private final String backend;
    private boolean closed;

    private OnnxGraph(OrtEnvironment runtime, Session opened, OnnxExport export) throws OrtException {
        this.runtime = runtime;
        this.session = opened.session();
        this.backend = opened.backend();
        Map<String, NodeInfo> wanted = new LinkedHashMap<>(session.getInputInfo());
        this.caches = CacheInput.takeOut(wanted, session.getOutputNames(), export);
        this.inputs = GraphInputs.of(wanted, export);
    }

    /**
     * Loads the graph of an export, whose header has been checked.
     *
     * @throws Refusal if ONNX Runtime cannot use it, or it wants inputs that cannot be made of a text
     */
    static OnnxGraph load(OnnxExport export, int threads) {
        OrtEnvironment runtime = NativeFiles.runtime();
        try {
            Session opened = Session.open(runtime, export.graph(), threads);
            try {
                return new OnnxGraph(runtime, opened, export);
            } catch (OrtException | RuntimeException e) {
                opened.session().close();
                throw e;
            }
        } catch (OrtException e) {
            throw Refusal.input("engine.onnx.model", export.graph().toString(), String.valueOf(e.getMessage())).because(e);
        }
    }

    /** As ONNX Runtime says, such as {@code 1.28.0}. */
    String version() {
        return runtime.getVersion();
    }

    /** What computes: {@code CPU} or {@code CUDA}. */
    String backend() {
        return backend;
    }

    /** Where it takes what it remembers; none for graphs that read a text at once. */
    List<CacheInput> caches() {
        return caches;
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
        try (KeyValues nothing = nothingRead(batch.rows().size())) {
            return compute(batch, nothing, Set.of(output), result -> {
                try (result) {
                    return read((OnnxTensor) result.get(0), batch, output);
                }
            });
        }
    }

    /** What is remembered of texts of which nothing has been read. */
    KeyValues nothingRead(int rows) {
        try {
            return KeyValues.none(caches, rows, runtime);
        } catch (OrtException e) {
            throw new EngineException("ONNX Runtime could not make an empty cache: " + e.getMessage(), e);
        }
    }

    /** The same memory for several texts that begin alike. */
    KeyValues repeated(KeyValues past, int rows) {
        try {
            return past.repeated(rows, runtime);
        } catch (OrtException e) {
            throw new EngineException("ONNX Runtime could not copy a cache of " + past.bytes() + " bytes: " + e.getMessage(), e);
        }
    }

    /** Reads on: the next tokens of texts of which some have been read. What was remembered is not closed. */
    Step step(TokenBatch batch, KeyValues past, Optional<String> output) {
        Set<String> wanted = new LinkedHashSet<>();
        caches.forEach(cache -> wanted.add(cache.present()));
        output.ifPresent(wanted::add);
        return compute(batch, past, wanted, result -> {
            KeyValues now = KeyValues.of(past.length() + batch.width(), caches, result);
            return new Step(output.map(name -> {
                try (OnnxTensor numbers = (OnnxTensor) result.get(name).orElseThrow()) {
                    return read(numbers, batch, name);
                } catch (RuntimeException e) {
                    now.close();
                    throw e;
                }
            }), now);
        });
    }

    private <T> T compute(TokenBatch batch, KeyValues past, Set<String> outputs, Function<OrtSession.Result, T> reading) {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try {
            inputs.fill(batch, past.length(), runtime, tensors);
            Map<String, OnnxTensor> all = new LinkedHashMap<>(tensors);
            all.putAll(past.tensors());
            return reading.apply(session.run(all, outputs));
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
