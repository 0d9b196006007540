package pruefstand.task.perplexity;

import pruefstand.engine.TokenScorer;
import pruefstand.text.Refusal;

/** The token that stands before a text, so that the text's own first token can be scored: BOS, else EOS. */
final class Prefix {

    private Prefix() {
    }

    /** @throws Refusal if the vocabulary has neither */
    static int of(TokenScorer scorer) {
        return scorer.vocabulary().prefix().orElseThrow(() -> Refusal.input("task.perplexity.no-prefix"));
    }

    /** The prefix and these tokens. */
    static int[] before(TokenScorer scorer, int[] tokens) {
        return Windows.concatenate(new int[] {of(scorer)}, tokens);
    }
}
