package pruefstand.search;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A passage that was found.
 *
 * @param passage what stands there
 * @param sentence the sentence of it with the most of the query's words, or its first
 * @param wordRank its rank by words, from 1; empty where they did not find it
 * @param vectorRank its rank by vectors, from 1; empty where they did not find it
 * @param readerScore what the cross-encoder gave it; empty where it did not read it
 */
public record Find(Passage passage, Sentence sentence, OptionalInt wordRank, OptionalInt vectorRank, OptionalDouble readerScore) {
}
