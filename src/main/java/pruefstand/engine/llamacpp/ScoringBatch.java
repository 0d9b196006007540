package pruefstand.engine.llamacpp;

import java.util.List;

/** Sequences that are decoded together; members are their places in the list that is being scored. */
sealed interface ScoringBatch {

    List<Integer> members();

    /**
     * Sequences each read from its beginning.
     *
     * @param shape the shape that they have in common
     */
    record Apart(ScoringShape shape, List<Integer> members) implements ScoringBatch {
    }

    /**
     * Continuations of one context, such as the choices of a question: what they share is read once.
     *
     * @param shape how the context and the rests are read
     */
    record Sharing(ContinuationShape shape, List<Integer> members) implements ScoringBatch {
    }
}
