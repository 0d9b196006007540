package pruefstand.engine;

import java.util.Optional;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;
import pruefstand.text.Message;

/**
 * A loaded model. What it can do is asked for first: an ability that it lacks is empty, and a task that needs it is skipped.
 * Not safe for use by several threads at once.
 */
public interface Engine extends AutoCloseable {

    Artifact artifact();

    EngineDescription description();

    /** Log-likelihoods of tokens: language models whose logits can be read. */
    default Optional<TokenScorer> scorer() {
        return Optional.empty();
    }

    /** Log-likelihoods of texts after a context: language models, and servers that tell them. */
    default Optional<ContinuationScorer> continuations() {
        return scorer().map(TokenContinuations::new);
    }

    /** Logits over the whole vocabulary: language models in this process. */
    default Optional<LogitSource> logits() {
        return Optional.empty();
    }

    /** Text that goes on from a prompt. */
    default Optional<Generator> generator() {
        return Optional.empty();
    }

    /** Vectors for texts. */
    default Optional<Encoder> encoder() {
        return Optional.empty();
    }

    /** Scores of documents for a query: cross-encoders. */
    default Optional<Reranker> reranker() {
        return Optional.empty();
    }

    /** Documents found by their words: baselines that know a collection's statistics. */
    default Optional<DocumentSearch> documents() {
        return Optional.empty();
    }

    /** Guesses of hidden tokens: masked language models. */
    default Optional<MaskedModel> masked() {
        return Optional.empty();
    }

    /** Bare speed of the engine, without tokenising and sampling. */
    default Optional<SpeedProbe> speed() {
        return Optional.empty();
    }

    /** Keeps what is computed from answers that are themselves too large to be kept, such as logits. */
    default Journal journal() {
        return Journal.NONE;
    }

    /** Why an ability is lacking, where there is more to say than that it is. */
    default Optional<Message> whyNot(Ability ability) {
        return Optional.empty();
    }

    @Override
    void close();
}
