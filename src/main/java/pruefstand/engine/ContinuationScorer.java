package pruefstand.engine;

import java.util.List;

/** Log-likelihoods of texts after a context, whatever the model's tokens are. */
public interface ContinuationScorer {

    /**
     * Scores each continuation on its own, in the order given. Context and continuation are tokenized together and split by the
     * context's own number of tokens; white space that ends the context counts as the continuation's (as
     * lm-evaluation-harness does).
     */
    List<ContinuationScore> score(List<Continuation> continuations);
}
