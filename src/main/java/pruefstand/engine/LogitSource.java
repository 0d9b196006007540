package pruefstand.engine;

/** A language model whose logits can be read over the whole vocabulary. */
public interface LogitSource {

    /**
     * Walks through a sequence. Only one walk at a time: a new one, and every other use of the engine, ends it.
     *
     * @throws IllegalArgumentException if the sequence is longer than the model's context and one token more
     */
    LogitCursor walk(TokenSequence sequence);
}
