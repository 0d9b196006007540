package pruefstand.engine.llamacpp;

import java.util.Arrays;

/**
 * A text as the encoder reads it.
 *
 * @param tokens at most as many as it reads
 * @param truncated whether there were more
 */
record EncoderInput(int[] tokens, boolean truncated) {

    /** Tokenizes a text; one that is cut keeps the token that ends it, since models were trained to see that. */
    static EncoderInput of(String text, LlamaVocabulary vocabulary, int maxTokens) {
        int[] all = vocabulary.tokenize(text, true);
        if (all.length <= maxTokens) {
            return new EncoderInput(all, false);
        }
        int[] cut = Arrays.copyOf(all, maxTokens);
        int last = all[all.length - 1];
        if (vocabulary.endsText(last)) {
            cut[maxTokens - 1] = last;
        }
        return new EncoderInput(cut, true);
    }
}
