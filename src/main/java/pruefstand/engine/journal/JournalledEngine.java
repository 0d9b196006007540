package pruefstand.engine.journal;

import java.util.List;
import java.util.Optional;
import pruefstand.engine.Ability;
import pruefstand.engine.Continuation;
import pruefstand.engine.ContinuationScore;
import pruefstand.engine.ContinuationScorer;
import pruefstand.engine.DocumentSearch;
import pruefstand.engine.Encoder;
import pruefstand.engine.Engine;
import pruefstand.engine.Generator;
import pruefstand.engine.Journal;
import pruefstand.engine.LogitSource;
import pruefstand.engine.MaskedModel;
import pruefstand.engine.Reranker;
import pruefstand.engine.SpeedProbe;
import pruefstand.engine.TokenScorer;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;
import pruefstand.text.Message;

/**
 * A model whose answers are kept. A call is kept as a whole, so that after an interruption every call that is computed has the texts
 * together that it would have had: what stands in one batch can change the last bits. Logits are too many to be kept (whoever reads
 * them has {@link #journal()}), and speeds and word searches are not kept.
 *
 * @param model what answers
 * @param journal what keeps
 */
public record JournalledEngine(Engine model, Journal journal) implements Engine {

    @Override
    public Artifact artifact() {
        return model.artifact();
    }

    @Override
    public EngineDescription description() {
        return model.description();
    }

    @Override
    public Optional<TokenScorer> scorer() {
        return model.scorer().map(scorer -> new JournalledScorer(scorer, journal));
    }

    @Override
    public Optional<ContinuationScorer> continuations() {
        return model.continuations().map(scorer -> continuations -> score(scorer, continuations));
    }

    private List<ContinuationScore> score(ContinuationScorer scorer, List<Continuation> continuations) {
        return List.of(journal.answer("continuations", continuations, ContinuationScore[].class,
                () -> scorer.score(continuations).toArray(ContinuationScore[]::new)));
    }

    @Override
    public Optional<LogitSource> logits() {
        return model.logits();
    }

    @Override
    public Optional<Generator> generator() {
        return model.generator().map(generator -> new JournalledGenerator(generator, journal));
    }

    @Override
    public Optional<Encoder> encoder() {
        return model.encoder().map(encoder -> new JournalledEncoder(encoder, journal));
    }

    @Override
    public Optional<Reranker> reranker() {
        return model.reranker().map(reranker -> new JournalledReranker(reranker, journal));
    }

    @Override
    public Optional<DocumentSearch> documents() {
        return model.documents();
    }

    @Override
    public Optional<MaskedModel> masked() {
        return model.masked().map(masked -> new JournalledMaskedModel(masked, journal));
    }

    @Override
    public Optional<SpeedProbe> speed() {
        return model.speed();
    }

    @Override
    public Optional<Message> whyNot(Ability ability) {
        return model.whyNot(ability);
    }

    @Override
    public void close() {
        model.close();
    }
}
