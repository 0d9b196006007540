package pruefstand.engine;

import java.util.OptionalInt;

/**
 * What a model's tokens are.
 *
 * @param size number of tokens
 * @param bos token that begins a text, where the vocabulary has one
 * @param eos token that ends a text, where the vocabulary has one
 * @param addsBos whether the model wants {@code bos} before every text
 */
public record Vocabulary(int size, OptionalInt bos, OptionalInt eos, boolean addsBos) {

    /** What stands before a text so that the text's own first token can be scored: BOS, else EOS. */
    public OptionalInt prefix() {
        return bos.isPresent() ? bos : eos;
    }
}
