package pruefstand.task.speed;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import pruefstand.engine.Generation;

/**
 * When an answer came, as it is kept beside a record; seconds since the prompt was sent.
 *
 * @param index of the prompt
 * @param promptTokens tokens of the prompt, template included
 * @param tokens tokens that were generated
 * @param timeToFirstTokenSeconds until the first piece of text
 * @param interTokenLatencySeconds mean time from a piece to the next
 * @param timePerOutputTokenSeconds from the first piece to the last, divided by one less than the tokens
 * @param gaps from each piece to the next
 */
record AnswerTimes(int index, int promptTokens, int tokens, double timeToFirstTokenSeconds, double interTokenLatencySeconds,
        double timePerOutputTokenSeconds, double[] gaps) {

    /** Of an answer of at least two pieces; of a shorter one nothing can be said. */
    static Optional<AnswerTimes> of(int index, Generation answer) {
        double[] at = answer.pieceSeconds();
        if (at.length < 2 || answer.tokens() < 2) {
            return Optional.empty();
        }
        double[] gaps = IntStream.range(1, at.length).mapToDouble(i -> at[i] - at[i - 1]).toArray();
        return Optional.of(new AnswerTimes(index, answer.promptTokens(), answer.tokens(), at[0],
                Arrays.stream(gaps).sum() / gaps.length, (at[at.length - 1] - at[0]) / (answer.tokens() - 1), gaps));
    }
}
