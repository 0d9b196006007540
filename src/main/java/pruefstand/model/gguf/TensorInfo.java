package pruefstand.model.gguf;

/**
 * A tensor of a GGUF file.
 *
 * @param name as llama.cpp names it, such as {@code blk.0.attn_q.weight}
 * @param type how its values are stored
 * @param values how many there are
 * @param offset of its first byte from the start of the tensor data
 */
public record TensorInfo(String name, TensorType type, long values, long offset) {

    /** Bytes of its values. */
    public long bytes() {
        return values / type.blockValues() * type.blockBytes();
    }
}
