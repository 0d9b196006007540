package pruefstand.engine.onnx;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

/** A text that a decoder reads, and that grows token by token. */
final class DecoderText implements AutoCloseable {

    private final OnnxDecoder decoder;
    private int[] tokens;
    private KeyValues past;

    /** @param prompt tokens that it begins with, at least one */
    DecoderText(OnnxDecoder decoder, int[] prompt) {
        this.decoder = decoder;
        this.tokens = prompt.clone();
        this.past = decoder.graph().nothingRead(1);
    }

    int length() {
        return tokens.length;
    }

    void append(int token) {
        tokens = Arrays.copyOf(tokens, tokens.length + 1);
        tokens[tokens.length - 1] = token;
    }

    /** The logits after the last token. What is remembered is not read again. */
    MemorySegment logits() {
        int last = tokens.length - 1;
        while (decoder.remembers() && past.length() < last) {
            past = read(past.length(), Math.min(last, past.length() + decoder.budget()), false).past();
        }
        int from = decoder.remembers() ? last : 0;
        Step step = read(from, tokens.length, true);
        past = decoder.remembers() ? step.past() : decoder.graph().nothingRead(1);
        return step.output().orElseThrow().of(0, last - from);
    }

    private Step read(int from, int to, boolean wanted) {
        return decoder.read(List.of(Tokens.of(tokens, from, to)), past, wanted);
    }

    @Override
    public void close() {
        past.close();
    }
}
