package pruefstand.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * What did the computing. Field names are those of the record files.
 *
 * @param name {@code llama.cpp}, {@code onnxruntime}, {@code lexical} …
 * @param version its own version
 * @param backend such as {@code CPU (zen4)} or {@code CUDA}
 * @param threads threads it was given
 * @param settings further settings that can change a number or a speed, sorted by name
 */
public record EngineDescription(String name, String version, String backend, int threads, Map<String, Object> settings) {

    /** The same with one more setting. */
    public EngineDescription with(String setting, Object value) {
        Map<String, Object> more = new TreeMap<>(settings);
        more.put(setting, value);
        return new EngineDescription(name, version, backend, threads, more);
    }
}
