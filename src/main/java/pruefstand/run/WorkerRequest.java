package pruefstand.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.engine.Continuation;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.journal.JournalFile;
import pruefstand.model.Prompts;
import pruefstand.task.Task;
import pruefstand.task.kld.KldRequest;
import pruefstand.task.perplexity.PerplexityRequest;
import pruefstand.task.speed.BenchOrder;

/** What a parent asks of its worker, one line of JSON each. */
public sealed interface WorkerRequest {

    /** The model that it is about. */
    Opening opening();

    /** Every model that is opened for it. */
    default List<Opening> openings() {
        return List.of(opening());
    }

    /**
     * Run a task; answered by {@link WorkerReply.Measured}.
     *
     * @param opening the model; its context is chosen by the task
     * @param task the task as it was when the run was planned
     * @param prompts texts before what is encoded
     * @param companion another model, where the task needs one beside it
     * @param journal where the model's answers are kept, so that the task goes on from there after an interruption; empty: nowhere
     */
    record Evaluate(Opening opening, Task task, Prompts prompts, Optional<Opening> companion, Optional<JournalFile> journal)
            implements WorkerRequest {

        @Override
        public List<Opening> openings() {
            return Stream.concat(Stream.of(opening), companion.stream()).toList();
        }
    }

    /**
     * Perplexity of a text; answered by {@link WorkerReply.Perplexity}.
     *
     * @param opening the model
     * @param order the text, and how it is cut and scored
     */
    record Perplexity(Opening opening, PerplexityRequest order) implements WorkerRequest {
    }

    /**
     * Bare speed; answered by {@link WorkerReply.Benched}.
     *
     * @param opening the model
     * @param order which tests
     */
    record Bench(Opening opening, BenchOrder order) implements WorkerRequest {
    }

    /**
     * Vectors; answered by {@link WorkerReply.Embedded}.
     *
     * @param opening the model
     * @param texts what to encode
     */
    record Embed(Opening opening, List<String> texts) implements WorkerRequest {
    }

    /**
     * Text that goes on from a prompt; answered by {@link WorkerReply.Generated}, after {@link WorkerReply.Piece}s of it.
     *
     * @param opening the model
     * @param order what is to be written
     */
    record Generate(Opening opening, GenerationRequest order) implements WorkerRequest {
    }

    /**
     * How far a model is from its base; answered by {@link WorkerReply.Compared}.
     *
     * @param opening the model
     * @param base what it was made from
     * @param order the text, and how it is cut
     */
    record Compare(Opening opening, Opening base, KldRequest order) implements WorkerRequest {

        @Override
        public List<Opening> openings() {
            return List.of(opening, base);
        }
    }

    /**
     * Log-likelihoods of continuations; answered by {@link WorkerReply.Scored}.
     *
     * @param opening the model
     * @param continuations what to score
     */
    record Score(Opening opening, List<Continuation> continuations) implements WorkerRequest {
    }

    /**
     * Scores of documents; answered by {@link WorkerReply.Reranked}.
     *
     * @param opening the model
     * @param query what is looked for
     * @param documents what may answer it
     */
    record Rerank(Opening opening, String query, List<String> documents) implements WorkerRequest {
    }
}
