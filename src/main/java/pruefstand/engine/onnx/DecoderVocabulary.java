package pruefstand.engine.onnx;

import java.util.Set;
import pruefstand.engine.Vocabulary;
import pruefstand.model.onnx.OnnxExport;

/**
 * The tokens of a decoder.
 *
 * @param description what they are
 * @param ends those that end a text
 * @param tokenizer makes them of texts, and cuts nothing
 * @param bytes makes texts of them
 */
record DecoderVocabulary(Vocabulary description, Set<Integer> ends, TextTokenizer tokenizer, TokenBytes bytes)
        implements AutoCloseable {

    /**
     * Reads the tokenizer of an export.
     *
     * @param size numbers that the graph gives for each place
     * @throws pruefstand.text.Refusal if it cannot be used
     */
    static DecoderVocabulary open(OnnxExport export, int size) {
        TokenBytes bytes = TokenBytes.read(export.tokenizer());
        TextTokenizer tokenizer = TextTokenizer.openWhole(export.tokenizer());
        int[] letter = tokenizer.ids("a", true);
        boolean addsBos = export.beginToken().stream().anyMatch(bos -> letter.length > 0 && letter[0] == bos);
        return new DecoderVocabulary(new Vocabulary(size, export.beginToken(), export.endTokens().stream()
                .mapToInt(Integer::intValue).findFirst(), addsBos), Set.copyOf(export.endTokens()), tokenizer, bytes);
    }

    void check(int token) {
        if (token < 0 || token >= description.size()) {
            throw new IllegalArgumentException("there is no token " + token + " in a vocabulary of " + description.size());
        }
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
