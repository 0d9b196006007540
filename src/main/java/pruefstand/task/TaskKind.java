package pruefstand.task;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import pruefstand.model.ModelKind;

/** What a task measures; decides its data, its settings, its evaluator and its metrics. */
public enum TaskKind {
    PERPLEXITY(PerplexitySettings.class, Set.of(ModelKind.DECODER), List.of("text")),
    SPEED(SpeedSettings.class, Set.of(ModelKind.DECODER), List.of(), List.of("prompts")),
    STS(StsSettings.class, Set.of(ModelKind.ENCODER), List.of("test")),
    PAIR_CLASSIFICATION(NoSettings.class, Set.of(ModelKind.ENCODER), List.of("test")),
    CLASSIFICATION(ClassificationSettings.class, Set.of(ModelKind.ENCODER), List.of("train", "test")),
    CLUSTERING(NoSettings.class, Set.of(ModelKind.ENCODER), List.of("test")),
    RETRIEVAL(RetrievalSettings.class, Set.of(ModelKind.ENCODER, ModelKind.RERANKER), List.of("corpus", "queries", "qrels")),
    RERANKING(NoSettings.class, Set.of(ModelKind.ENCODER, ModelKind.RERANKER), List.of("test")),
    BITEXT_MINING(NoSettings.class, Set.of(ModelKind.ENCODER), List.of("test")),
    SUMMARIZATION(NoSettings.class, Set.of(ModelKind.ENCODER), List.of("test")),
    MULTIPLE_CHOICE(ChoiceSettings.class, Set.of(ModelKind.DECODER), List.of("test"), List.of("train")),
    CLOZE(AnswerSettings.class, Set.of(ModelKind.DECODER), List.of("test"), List.of("train")),
    GENERATION(AnswerSettings.class, Set.of(ModelKind.DECODER), List.of("test"), List.of("train")),
    FILL_MASK(NoSettings.class, Set.of(ModelKind.MASKED), List.of("test")),
    KLD(KldSettings.class, Set.of(ModelKind.DECODER), List.of("text"));

    private final Class<? extends TaskSettings> settings;
    private final Set<ModelKind> models;
    private final List<String> data;
    private final List<String> optionalData;

    TaskKind(Class<? extends TaskSettings> settings, Set<ModelKind> models, List<String> data) {
        this(settings, models, data, List.of());
    }

    TaskKind(Class<? extends TaskSettings> settings, Set<ModelKind> models, List<String> data, List<String> optionalData) {
        this.settings = settings;
        this.models = models;
        this.data = data;
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

    /** What its task files can say beside what all can. */
    Class<? extends TaskSettings> settings() {
        return settings;
    }

    /** As task files and records write it: {@code pair-classification}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
