package pruefstand.site;

import java.util.List;
import java.util.Locale;
import pruefstand.model.ModelKind;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.task.TaskKind;

/** The boards: models of one kind each, which alone can be compared. */
enum BoardKind {
    /** Models that generate: decoders, and whatever the registry does not list but was scored as one. */
    LANGUAGE_MODELS(ModelKind.DECODER, TaskKind.PERPLEXITY),
    /** Models that embed. */
    EMBEDDING_MODELS(ModelKind.ENCODER, TaskKind.STS),
    /** Models that put documents in order. */
    RERANKERS(ModelKind.RERANKER, TaskKind.RERANKING),
    /** Models that guess hidden words. */
    MASKED_MODELS(ModelKind.MASKED, TaskKind.FILL_MASK);

    private final ModelKind kind;
    private final TaskKind task;

    BoardKind(ModelKind kind, TaskKind task) {
        this.kind = kind;
        this.task = task;
    }

    /** In addresses and in the keys of the wordings. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<SiteModel> models(Site site) {
        return site.models().stream().filter(this::has).toList();
    }

    /** Whether a model is of this kind; encoders of every kind score rerankings, so that those are rerankers that are listed as such. */
    boolean has(SiteModel model) {
        return model.listed().map(listed -> listed.kind() == kind)
                .orElseGet(() -> this != RERANKERS && model.runs().stream().anyMatch(run -> run.task().kind() == task));
    }

    /** Whether a run is a reason to list its variant: it was tried at what models of this kind are made for. */
    boolean lists(RunRecord run) {
        return run.status() != Status.SKIPPED && run.task().kind().measures(kind);
    }
}
