package pruefstand.engine.llamacpp;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a reranker reads a query and a document together.
 *
 * @param begin tokens before the query
 * @param between tokens between query and document
 * @param end tokens after the document
 */
record TextPair(int[] begin, int[] between, int[] end) {

    /** Both together; where that is more than the model reads, the longer of the two is cut, token by token. */
    EncoderInput join(int[] query, int[] document, int maxTokens) {
        int room = Math.max(0, maxTokens - begin.length - between.length - end.length);
        int asked = query.length;
        int answering = document.length;
        while (asked + answering > room) {
            if (asked > answering) {
                asked--;
            } else {
                answering--;
            }
        }
        int[] joined = Stream.of(begin, Arrays.copyOf(query, asked), between, Arrays.copyOf(document, answering), end)
                .flatMapToInt(IntStream::of).toArray();
        return new EncoderInput(joined, asked + answering < query.length + document.length);
    }
}
