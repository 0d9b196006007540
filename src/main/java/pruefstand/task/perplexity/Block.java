package pruefstand.task.perplexity;

import java.util.List;
import pruefstand.engine.TokenSequence;

/**
 * A chunk, window or span: what is scored as one.
 *
 * @param bytes UTF-8 bytes of the text that its scored tokens stand for
 * @param sequences what the model sees; each scored token is in exactly one
 */
record Block(long bytes, List<TokenSequence> sequences) {
}
