package pruefstand.task.retrieval;

import java.util.List;
import java.util.stream.Stream;

/**
 * A query with texts that answer it and texts that do not; a line of the data file.
 *
 * @param query what is looked for
 * @param positive texts that answer it
 * @param negative texts that do not
 */
record Candidates(String query, List<String> positive, List<String> negative) {

    Candidates {
        if (query == null || positive == null || negative == null) {
            throw new IllegalArgumentException(
                    (query == null ? "query" : positive == null ? "positive" : "negative") + " is missing");
        }
        positive = List.copyOf(positive);
        negative = List.copyOf(negative);
    }

    /** Whether there is something to order. */
    boolean isUsable() {
        return !positive.isEmpty() && !negative.isEmpty();
    }

    /** Those that answer first. */
    List<String> all() {
        return Stream.concat(positive.stream(), negative.stream()).toList();
    }
}
