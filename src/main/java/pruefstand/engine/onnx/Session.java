package pruefstand.engine.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;

/**
 * A graph in ONNX Runtime, on the graphics card where there is one that it can use.
 *
 * @param session the graph
 * @param backend {@code CUDA}, or {@code CPU}
 */
record Session(OrtSession session, String backend) {

    static Session open(OrtEnvironment runtime, Path graph, int threads) throws OrtException {
        if (OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            try {
                return new Session(open(runtime, graph, threads, true), "CUDA");
            } catch (OrtException e) {
                // The artifact for CUDA also runs where there is no card, or no driver; the record says what computed.
                System.err.println("CUDA cannot be used: " + e.getMessage());
            }
        }
        return new Session(open(runtime, graph, threads, false), "CPU");
    }

    private static OrtSession open(OrtEnvironment runtime, Path graph, int threads, boolean cuda) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setDeterministicCompute(true);
            // A plan of the memory is worth its making only where shapes come again.
            options.setMemoryPatternOptimization(false);
            if (cuda) {
                options.addCUDA();
            }
            return runtime.createSession(graph.toString(), options);
        }
    }
}
