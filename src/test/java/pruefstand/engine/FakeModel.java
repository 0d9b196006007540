package pruefstand.engine;

import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A model that can do one thing, which a test gives it; all else is that of {@link FakeEngine}. */
public record FakeModel(Optional<ContinuationScorer> continuations, Optional<Generator> generator, Optional<MaskedModel> masked)
        implements BareEngine {

    public static FakeModel of(ContinuationScorer scorer) {
        return new FakeModel(Optional.of(scorer), Optional.empty(), Optional.empty());
    }

    /** A model to which a text has a log-likelihood, and a token for each word. */
    public static FakeModel scoring(ToDoubleFunction<Continuation> logLikelihood) {
        return of(continuations -> continuations.stream().map(each -> new ContinuationScore(logLikelihood.applyAsDouble(each),
                each.continuation().strip().split(" ").length, false)).toList());
    }

    public static FakeModel of(Generator generator) {
        return new FakeModel(Optional.empty(), Optional.of(generator), Optional.empty());
    }

    public static FakeModel of(MaskedModel masked) {
        return new FakeModel(Optional.empty(), Optional.empty(), Optional.of(masked));
    }
}
