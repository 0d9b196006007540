package pruefstand.task;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import pruefstand.model.ModelKind;

/** What a task measures; decides its data, its settings, its evaluator and its metrics. */
public enum TaskKind {
    PERPLEXITY(Set.of(ModelKind.DECODER), List.of("text"), List.of("context", "spans", "rolling")),
    SPEED(Set.of(ModelKind.DECODER), List.of(), List.of("prompt", "generate", "repetitions")),
    STS(Set.of(ModelKind.ENCODER), List.of("test"), List.of("scale")),
    PAIR_CLASSIFICATION(Set.of(ModelKind.ENCODER), List.of("test"), List.of()),
    CLASSIFICATION(Set.of(ModelKind.ENCODER), List.of("train", "test"), List.of("samples_per_label")),
    CLUSTERING(Set.of(ModelKind.ENCODER), List.of("test"), List.of()),
    RETRIEVAL(Set.of(ModelKind.ENCODER), List.of("corpus", "queries", "qrels"), List.of()),
    RERANKING(Set.of(ModelKind.ENCODER, ModelKind.RERANKER), List.of("test"), List.of()),
    BITEXT_MINING(Set.of(ModelKind.ENCODER), List.of("test"), List.of()),
    SUMMARIZATION(Set.of(ModelKind.ENCODER), List.of("test"), List.of()),
    MULTIPLE_CHOICE(Set.of(ModelKind.DECODER), List.of("test"), List.of("template", "few_shot", "choice_prefix", "context"),
            List.of("train")),
    CLOZE(Set.of(ModelKind.DECODER), List.of("test"), Written.SETTINGS, List.of("train")),
    GENERATION(Set.of(ModelKind.DECODER), List.of("test"), Written.SETTINGS, List.of("train")),
    FILL_MASK(Set.of(ModelKind.MASKED), List.of("test"), List.of()),
    KLD(Set.of(ModelKind.DECODER), List.of("text"), List.of("context"));

    private final Set<ModelKind> models;
    private final List<String> data;
    private final List<String> settings;
    private final List<String> optionalData;

    TaskKind(Set<ModelKind> models, List<String> data, List<String> settings) {
        this(models, data, settings, List.of());
    }

    TaskKind(Set<ModelKind> models, List<String> data, List<String> settings, List<String> optionalData) {
        this.models = models;
        this.data = data;
        this.settings = settings;
        this.optionalData = optionalData;
    }

    /** Whether it measures what models of a kind are made for. */
    public boolean measures(ModelKind model) {
        return models.contains(model);
    }

    /** The data files it needs, as the task file names them. */
    List<String> data() {
        return data;
    }

    /** The data files it may have beside those. */
    List<String> optionalData() {
        return optionalData;
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

    /** What the kinds share for which a model writes. */
    private static final class Written {

        static final List<String> SETTINGS = List.of("template", "few_shot", "choice_prefix", "context", "max_tokens", "stop",
                "temperature");
    }
}
