package pruefstand.site;

import java.util.List;
import java.util.Locale;
import pruefstand.model.ModelKind;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;

/** The boards: models of one kind each, which alone can be compared. */
enum BoardKind {
    LANGUAGE_MODELS(ModelKind.DECODER),
    EMBEDDING_MODELS(ModelKind.ENCODER),
    RERANKERS(ModelKind.RERANKER),
    MASKED_MODELS(ModelKind.MASKED);

    private final ModelKind kind;

    BoardKind(ModelKind kind) {
        this.kind = kind;
    }

    /** In addresses and in the keys of the wordings. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<SiteModel> models(Site site) {
        return switch (this) {
            case LANGUAGE_MODELS -> site.languageModels();
            case EMBEDDING_MODELS -> site.embeddingModels();
            case RERANKERS -> site.rerankers();
            case MASKED_MODELS -> site.maskedModels();
        };
    }

    /** Whether a run is a reason to list its variant: it was tried at what models of this kind are made for. */
    boolean lists(RunRecord run) {
        return run.status() != Status.SKIPPED && run.task().kind().measures(kind);
    }
}
