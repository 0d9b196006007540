package pruefstand.engine.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import pruefstand.text.Refusal;

/** The tokenizer of an export. It never pads, whatever its file says: how wide a batch is, the batch decides. */
final class TextTokenizer implements AutoCloseable {

    private final HuggingFaceTokenizer tokenizer;
    private final int maxTokens;

    private TextTokenizer(HuggingFaceTokenizer tokenizer, int maxTokens) {
        this.tokenizer = tokenizer;
        this.maxTokens = maxTokens;
    }

    /**
     * Opens a tokenizer.
     *
     * @param file {@code tokenizer.json}
     * @param maxTokens tokens of a text that are kept, those that are added included
     * @throws Refusal if the file cannot be used
     */
    static TextTokenizer open(Path file, int maxTokens) {
        String most = Integer.toString(maxTokens);
        return open(file, maxTokens, Map.of("truncation", "LONGEST_FIRST", "padding", "DO_NOT_PAD", "maxLength", most,
                "modelMaxLength", most, "addSpecialTokens", "true"));
    }

    /**
     * Opens a tokenizer that cuts nothing.
     *
     * @throws Refusal if the file cannot be used
     */
    static TextTokenizer openWhole(Path file) {
        return open(file, Integer.MAX_VALUE, Map.of("truncation", "DO_NOT_TRUNCATE", "padding", "DO_NOT_PAD"));
    }

    private static TextTokenizer open(Path file, int maxTokens, Map<String, String> settings) {
        try {
            NativeFiles.prepare();
            return new TextTokenizer(HuggingFaceTokenizer.newInstance(file, settings), maxTokens);
        } catch (IOException | RuntimeException e) {
            throw Refusal.input("engine.onnx.tokenizer", file.toString(), String.valueOf(e.getMessage())).because(e);
        }
    }

    /** @throws Refusal if so few tokens are kept that there is no room for a text */
    Tokens encode(String text) {
        return tokens(tokenizer.encode(wellFormed(text), true, false));
    }

    /** Two texts, read together. What is too long is cut from the longer one first. */
    Tokens encode(String first, String second) {
        return tokens(tokenizer.encode(wellFormed(first), wellFormed(second), true, false));
    }

    /**
     * The ids alone.
     *
     * @param addSpecial whether the tokens that surround every text are added
     */
    int[] ids(String text, boolean addSpecial) {
        long[] ids = tokenizer.encode(wellFormed(text), addSpecial, false).getIds();
        return Arrays.stream(ids).mapToInt(Math::toIntExact).toArray();
    }

    /** A token, as the vocabulary writes it. */
    String text(long id) {
        return tokenizer.decode(new long[] {id}, false);
    }

    // The tokenizer cuts nothing where those tokens alone that it adds are too many.
    private Tokens tokens(Encoding encoding) {
        if (encoding.getIds().length > maxTokens) {
            throw Refusal.input("engine.onnx.context", maxTokens);
        }
        long[] special = encoding.getSpecialTokenMask();
        boolean[] added = new boolean[special.length];
        for (int i = 0; i < special.length; i++) {
            added[i] = special[i] != 0;
        }
        return new Tokens(encoding.getIds(), encoding.getTypeIds(), added, encoding.exceedMaxLength());
    }

    // Half a surrogate pair is no text, and native code should not see it.
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
