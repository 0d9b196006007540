package pruefstand.metric;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far an answer and the expected one share their words, in the manner of SQuAD (Rajpurkar et al. 2016). All three are without
 * unit, 0 … 1, higher is better; averaged over items with the standard error {@code s/√n}; no items, no number. Where either side
 * has no words, both are alike only if neither has.
 *
 * @param answer words of the answer, normalised
 * @param expected words of the expected answer, normalised alike
 */
public record AnswerOverlap(List<String> answer, List<String> expected) {

    public AnswerOverlap {
        answer = List.copyOf(answer);
        expected = List.copyOf(expected);
    }

    /** 1 if the words are the same in the same order, else 0. */
    public double exactMatch() {
        return answer.equals(expected) ? 1 : 0;
    }

    /** 1 if the expected words stand in the answer one after another, else 0. */
    public double contains() {
        return expected.isEmpty() ? exactMatch() : Collections.indexOfSubList(answer, expected) >= 0 ? 1 : 0;
    }

    /** Harmonic mean of the shares of common words in both, a word counted as often as both have it. */
    public double f1() {
        if (answer.isEmpty() || expected.isEmpty()) {
            return exactMatch();
        }
        Map<String, Integer> left = new HashMap<>();
        expected.forEach(word -> left.merge(word, 1, Integer::sum));
        long common = answer.stream().filter(word -> left.merge(word, -1, Integer::sum) >= 0).count();
        return 2.0 * common / (answer.size() + expected.size());
    }
}
