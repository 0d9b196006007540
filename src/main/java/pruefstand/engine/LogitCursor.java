package pruefstand.engine;

import java.lang.foreign.MemorySegment;

/** Stands at one scored token of a sequence after another; before the first at the beginning. */
public interface LogitCursor {

    /** Goes to the next scored token; false when there is none. */
    boolean advance();

    /**
     * What the model says in the place of the token that the cursor stands at: a float for each token of the vocabulary, readable
     * until the cursor goes on.
     */
    MemorySegment logits();
}
