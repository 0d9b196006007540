package pruefstand.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a decoder remembers of the tokens that it has read.
 *
 * @param length how many they are
 * @param tensors by the name of the input that takes them
 */
record KeyValues(int length, Map<String, OnnxTensor> tensors) implements AutoCloseable {

    /** Of texts of which nothing has been read. */
    static KeyValues none(List<CacheInput> caches, int rows, OrtEnvironment runtime) throws OrtException {
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        for (CacheInput cache : caches) {
            tensors.put(cache.name(), OnnxTensor.createTensor(runtime, direct(0), new long[] {rows, cache.heads(), 0, cache.width()},
                    cache.type()));
        }
        return new KeyValues(0, tensors);
    }

    /** Of what a graph gave, which then belongs to this. */
    static KeyValues of(int length, List<CacheInput> caches, OrtSession.Result result) {
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        caches.forEach(cache -> tensors.put(cache.name(), (OnnxTensor) result.get(cache.present()).orElseThrow()));
        return new KeyValues(length, tensors);
    }

    /** Bytes that they take. */
    long bytes() {
        return tensors.values().stream().mapToLong(tensor -> tensor.getInfo().getNumElements() * tensor.getInfo().type.size).sum();
    }

    /** The same for several texts that begin alike. */
    KeyValues repeated(int rows, OrtEnvironment runtime) throws OrtException {
        Map<String, OnnxTensor> copies = new LinkedHashMap<>();
        for (Map.Entry<String, OnnxTensor> entry : tensors.entrySet()) {
            OnnxTensor tensor = entry.getValue();
            ByteBuffer once = tensor.getByteBuffer();
            ByteBuffer often = direct(Math.multiplyExact(once.remaining(), rows));
            for (int row = 0; row < rows; row++) {
                often.put(once.duplicate());
            }
            long[] shape = tensor.getInfo().getShape().clone();
            shape[0] = rows;
            copies.put(entry.getKey(), OnnxTensor.createTensor(runtime, often.flip(), shape, tensor.getInfo().type));
        }
        return new KeyValues(length, copies);
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        tensors.values().forEach(OnnxTensor::close);
    }
}
