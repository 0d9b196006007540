package pruefstand.task;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import pruefstand.model.ModelKind;

/** What a task measures; decides its data, its settings, its evaluator and its metrics. */
public enum TaskKind {
    PERPLEXITY(Set.of(ModelKind.DECODER), List.of("text"), List.of("context", "spans")),
    SPEED(Set.of(ModelKind.DECODER), List.of(), List.of("prompt", "generate", "repetitions")),
    STS(Set.of(ModelKind.ENCODER), List.of("test"), List.of("scale")),
    PAIR_CLASSIFICATION(Set.of(ModelKind.ENCODER), List.of("test"), List.of()),
    CLASSIFICATION(Set.of(ModelKind.ENCODER), List.of("train", "test"), List.of("samples_per_label")),
    CLUSTERING(Set.of(ModelKind.ENCODER), List.of("test"), List.of()),
    RETRIEVAL(Set.of(ModelKind.ENCODER), List.of("corpus", "queries", "qrels"), List.of()),
    RERANKING(Set.of(ModelKind.ENCODER, ModelKind.RERANKER), List.of("test"), List.of()),
    BITEXT_MINING(Set.of(ModelKind.ENCODER), List.of("test"), List.of());

    private final Set<ModelKind> models;
    private final List<String> data;
    private final List<String> settings;

    TaskKind(Set<ModelKind> models, List<String> data, List<String> settings) {
        this.models = models;
        this.data = data;
        this.settings = settings;
    }

    /** Whether it measures what models of a kind are made for. */
    public boolean measures(ModelKind model) {
        return models.contains(model);
    }

    /** The data files it needs, as the task file names them. */
    List<String> data() {
        return data;
    }

    /** The keys of a task file that mean something for this kind only. */
    List<String> settings() {
        return settings;
    }

    /** As task files and records write it: {@code pair-classification}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
