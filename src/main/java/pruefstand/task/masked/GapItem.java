package pruefstand.task.masked;

import java.util.List;
import pruefstand.engine.TokenCandidate;

/**
 * Guesses for a text as they are kept beside a record.
 *
 * @param index from 0, in the order of the data
 * @param answer the hidden word
 * @param singleToken whether the word is one token of the model; where it is not, no guess can be right
 * @param rank of the word among the guesses, from 1; 0 where it is none of them
 * @param guesses best first
 * @param tokens of the whole text
 * @param nll Σ -ln p over them, each hidden alone
 */
record GapItem(int index, String answer, boolean singleToken, int rank, List<TokenCandidate> guesses, int tokens, double nll) {

    double within(int first) {
        return rank >= 1 && rank <= first ? 1 : 0;
    }
}
