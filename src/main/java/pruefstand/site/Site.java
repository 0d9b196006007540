package pruefstand.site;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.metric.Metric;
import pruefstand.metric.RankingMeasure;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.record.RunRecord;
import pruefstand.record.compare.KeptScores;
import pruefstand.search.KeptVectors;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;

/**
 * The frozen whole from which pages are made.
 *
 * @param models by name
 * @param byFamily those that have a family
 * @param measured what was measured, read when it is first asked for
 * @param annotations what happened on which day
 * @param vectors of the reviews
 */
record Site(List<SiteModel> models, SortedMap<String, List<SiteModel>> byFamily, Supplier<Measurements> measured, Annotations annotations,
        KeptVectors vectors) {

    static Site of(SiteInput input) {
        return of(input, Optional.empty());
    }

    /**
     * The same.
     *
     * @param before what is known of its models where nothing but reviews changed since; then no record is read for it
     */
    static Site of(SiteInput input, Optional<KnownModels> before) {
        List<SiteModel> models = Join.models(input, before);
        SortedMap<String, List<SiteModel>> byFamily = models.stream().filter(model -> model.family().isPresent())
                .collect(Collectors.groupingBy(model -> model.family().orElseThrow(), TreeMap::new, Collectors.toList()));
        return new Site(models, byFamily, input.measured(), input.annotations(), input.vectors());
    }

    /** The tasks, by name. */
    List<Task> tasks() {
        return measured.get().tasks();
    }

    /** The items of the records. */
    KeptScores kept() {
        return measured.get().kept();
    }

    Optional<Task> task(String name) {
        return tasks().stream().filter(task -> task.name().equals(name)).findFirst();
    }

    Stream<Task> tasks(TaskKind kind) {
        return tasks().stream().filter(task -> task.definition().kind() == kind);
    }

    /** Tasks of a kind whose numbers may stand side by side; the others have tables of their own. */
    Stream<Task> usual(TaskKind kind) {
        return tasks(kind).filter(task -> TaskForm.isUsual(task.definition()));
    }

    /** The tasks that measure a kind of model; none for kinds that can be run but not yet measured. */
    List<Task> tasksFor(ModelKind kind) {
        return tasks().stream().filter(task -> task.definition().measures(kind)).toList();
    }

    /** Models that can be run and that no task measures yet. */
    List<SiteModel> withoutTask() {
        return models.stream().filter(this::isWithoutTask).toList();
    }

    /** Models of a kind that are listed to be run and that a task measures, but that have no run yet. */
    Stream<SiteModel> waiting(BoardKind kind) {
        return models.stream().filter(model -> kind.has(model) && waits(model) && !isWithoutTask(model));
    }

    private boolean isWithoutTask(SiteModel model) {
        return model.listed().filter(listed -> listed.kind().isRunnable() && listed.notRunnable().isEmpty()
                && tasksFor(listed.kind()).isEmpty()).isPresent();
    }

    private static boolean waits(SiteModel model) {
        return model.runs().isEmpty() && model.listed().flatMap(ListedModel::notRunnable).isEmpty();
    }

    /** The families, by name. */
    List<String> families() {
        return List.copyOf(byFamily.keySet());
    }

    List<SiteModel> family(String name) {
        return byFamily.getOrDefault(name, List.of());
    }

    /** All records of a task's present version, newest first within a model. */
    Stream<RunRecord> runs(Task task) {
        return models.stream().flatMap(model -> model.runs().stream()).filter(run -> isOf(run, task));
    }

    static boolean isOf(RunRecord run, Task task) {
        return run.task().name().equals(task.name()) && run.task().version() == task.definition().version();
    }

    /** Whether a metric stands for several kinds of tasks, so that its name does not say which is meant. */
    static boolean isMainOfSeveral(Metric metric) {
        return Arrays.stream(TaskKind.values()).filter(kind -> metrics(kind).getFirst().equals(metric)).count() > 1;
    }

    /** Whether it tells models apart: perplexities of different tokenizers have no order, and each variant diverges from a base of its own. */
    static boolean comparesModels(Metric metric) {
        return !Set.of(Metric.TOKEN_PERPLEXITY, Metric.PSEUDO_PERPLEXITY, Metric.KL_DIVERGENCE, Metric.PERPLEXITY_RATIO,
                Metric.TOP_TOKEN_AGREEMENT).contains(metric);
    }

    /** The metric that stands for a kind of task, and those shown beside it. */
    static List<Metric> metrics(TaskKind kind) {
        return switch (kind) {
            case PERPLEXITY -> List.of(Metric.BITS_PER_BYTE, Metric.TOKEN_PERPLEXITY);
            case SPEED -> List.of(Metric.PP_TOKENS_PER_SECOND, Metric.TG_TOKENS_PER_SECOND);
            case STS -> List.of(Metric.COSINE_SPEARMAN, Metric.COSINE_PEARSON);
            case PAIR_CLASSIFICATION -> List.of(Metric.MAX_AP, Metric.COSINE_AP);
            case CLASSIFICATION -> List.of(Metric.ACCURACY, Metric.F1);
            case CLUSTERING -> List.of(Metric.V_MEASURE, Metric.AMI);
            case RETRIEVAL -> List.of(Metric.NDCG_AT_10, RankingMeasure.RECALL.at(100));
            case RERANKING -> List.of(Metric.MAP_AT_1000, RankingMeasure.MRR.at(10));
            case BITEXT_MINING -> List.of(Metric.F1, Metric.ACCURACY);
            case SUMMARIZATION -> List.of(Metric.COSINE_SPEARMAN, Metric.COSINE_PEARSON);
            case MULTIPLE_CHOICE -> List.of(Metric.ACC_NORM, Metric.ACC);
            case CLOZE, GENERATION -> List.of(Metric.EXACT_MATCH, Metric.CONTAINS);
            case FILL_MASK -> List.of(Metric.TOP_1_ACCURACY, Metric.TOP_5_ACCURACY, Metric.PSEUDO_PERPLEXITY);
            case KLD -> List.of(Metric.KL_DIVERGENCE, Metric.TOP_TOKEN_AGREEMENT, Metric.PERPLEXITY_RATIO);
        };
    }
}
