package pruefstand.model;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What exactly was measured: a model file, or what stands in its place. Field names are those of the record files.
 *
 * @param file base name of the file or folder; never a path
 * @param sha256 of the file, in lower-case hexadecimal
 * @param bytes size of the file
 * @param format {@code gguf}, {@code onnx}, {@code server}, {@code baseline}
 * @param architecture as the file names it, such as {@code llama} or {@code qwen3moe}
 * @param parameters counted from the tensors
 * @param activeParameters parameters that one token passes through; fewer than all in a mixture of experts
 * @param layers blocks
 * @param embeddingDimension width of the hidden state, which is the length of an embedding
 * @param contextLength tokens the model was trained for
 * @param quantization type of most weights, in GGUF's spelling, such as {@code Q4_K_M}
 * @param bitsPerWeight 8 × bytes of the tensor data / parameters
 * @param vocabulary number of tokens
 */
public record Artifact(String file, Optional<String> sha256, OptionalLong bytes, String format, Optional<String> architecture,
        OptionalLong parameters, OptionalLong activeParameters, OptionalInt layers, OptionalInt embeddingDimension,
        OptionalInt contextLength, Optional<String> quantization, OptionalDouble bitsPerWeight, OptionalInt vocabulary) {

    /** The same with the hash of its file. */
    public Artifact withSha256(String hash) {
        return new Artifact(file, Optional.of(hash), bytes, format, architecture, parameters, activeParameters, layers,
                embeddingDimension, contextLength, quantization, bitsPerWeight, vocabulary);
    }

    /** The same under its own name, where it lies under another. */
    public Artifact withFile(String name) {
        return new Artifact(name, sha256, bytes, format, architecture, parameters, activeParameters, layers,
                embeddingDimension, contextLength, quantization, bitsPerWeight, vocabulary);
    }
}
