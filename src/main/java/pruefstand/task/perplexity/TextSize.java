package pruefstand.task.perplexity;

import java.nio.charset.StandardCharsets;

/**
 * How long a text is, whatever a model's tokens are.
 *
 * @param words as lm-evaluation-harness counts them
 * @param bytes of UTF-8
 */
record TextSize(long words, long bytes) {

    static TextSize of(String text) {
        return new TextSize(Words.count(text), text.getBytes(StandardCharsets.UTF_8).length);
    }
}
