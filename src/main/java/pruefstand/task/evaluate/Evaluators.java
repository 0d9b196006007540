package pruefstand.task.evaluate;

import java.util.NoSuchElementException;
import java.util.function.Supplier;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.model.Prompts;
import pruefstand.task.DataException;
import pruefstand.task.Evaluator;
import pruefstand.task.ItemScores;
import pruefstand.task.KeptItems;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;
import pruefstand.task.TaskKind;
import pruefstand.task.bitext.BitextEvaluator;
import pruefstand.task.choice.MultipleChoiceEvaluator;
import pruefstand.task.classification.ClassificationEvaluator;
import pruefstand.task.clustering.ClusteringEvaluator;
import pruefstand.task.generation.AnswerEvaluator;
import pruefstand.task.kld.KldEvaluator;
import pruefstand.task.masked.FillMaskEvaluator;
import pruefstand.task.pairs.PairClassificationEvaluator;
import pruefstand.task.perplexity.PerplexityEvaluator;
import pruefstand.task.retrieval.RerankingEvaluator;
import pruefstand.task.retrieval.RetrievalEvaluator;
import pruefstand.task.retrieval.TwoStageEvaluator;
import pruefstand.task.speed.SpeedEvaluator;
import pruefstand.task.sts.StsEvaluator;
import pruefstand.task.summarization.SummarizationEvaluator;
import pruefstand.text.Refusal;
import pruefstand.text.RefusalKind;

/** Runs tasks of every kind. */
public final class Evaluators {

    private Evaluators() {
    }

    /**
     * How an engine is best opened for a task: with the context that the task wants, which the engine cuts to what the model
     * was trained for.
     *
     * @param base what is set already; a context that it names is kept
     */
    public static EngineSettings settingsFor(TaskDefinition task, EngineSettings base) {
        return of(task.kind()).settings(task, base);
    }

    /**
     * Runs a task on a model. Data that cannot be used, or do not suit the model, make an {@link Outcome.Invalid} with the
     * reason.
     *
     * @param prompts what the model wants before a text
     * @throws Refusal if a part that is needed is missing, such as a server that no longer answers: that says nothing about model
     *         and data
     */
    public static Outcome evaluate(Task task, Prompts prompts, Engine engine, Progress progress) {
        return checked(() -> of(task.definition().kind()).evaluate(task, prompts, engine, progress));
    }

    /**
     * Runs a task that needs another model beside the one that is measured.
     *
     * @param companion what the model was made from (kld), or what finds the documents that it reads (retrieval)
     * @throws Refusal as {@link #evaluate} does
     */
    public static Outcome evaluateBeside(Task task, Engine companion, Engine engine, Progress progress) {
        return checked(() -> task.definition().rerank().isPresent()
                ? new TwoStageEvaluator().evaluate(task, companion, engine, progress)
                : new KldEvaluator().compare(task, companion, engine, progress));
    }

    private static Outcome checked(Supplier<Outcome> evaluation) {
        try {
            return evaluation.get();
        } catch (DataException e) {
            return new Outcome.Invalid(e.getMessage());
        } catch (Refusal e) {
            if (e.kind() == RefusalKind.MISSING_PART) {
                throw e;
            }
            return new Outcome.Invalid(e.getMessage());
        }
    }

    /**
     * The metrics of an earlier evaluation anew, from the items that were kept of it.
     *
     * @throws DataException if what was kept are no items of this kind
     */
    public static ItemScores scores(TaskKind kind, KeptItems items) {
        try {
            return of(kind).scores(items);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NoSuchElementException e) {
            throw new DataException("these are no items of the kind " + kind + ": " + e.getMessage(), e); // whoever kept them was no evaluator
        }
    }

    private static Evaluator of(TaskKind kind) {
        return switch (kind) {
            case PERPLEXITY -> new PerplexityEvaluator();
            case SPEED -> new SpeedEvaluator();
            case STS -> new StsEvaluator();
            case PAIR_CLASSIFICATION -> new PairClassificationEvaluator();
            case CLASSIFICATION -> new ClassificationEvaluator();
            case CLUSTERING -> new ClusteringEvaluator();
            case RETRIEVAL -> new RetrievalEvaluator();
            case RERANKING -> new RerankingEvaluator();
            case BITEXT_MINING -> new BitextEvaluator();
            case SUMMARIZATION -> new SummarizationEvaluator();
            case MULTIPLE_CHOICE -> new MultipleChoiceEvaluator();
            case CLOZE -> AnswerEvaluator.cloze();
            case GENERATION -> AnswerEvaluator.generation();
            case FILL_MASK -> new FillMaskEvaluator();
            case KLD -> new KldEvaluator();
        };
    }
}
