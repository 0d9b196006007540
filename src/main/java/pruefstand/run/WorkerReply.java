package pruefstand.run;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import pruefstand.engine.ContinuationScore;
import pruefstand.engine.Embedding;
import pruefstand.engine.Generation;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;
import pruefstand.record.Failure;
import pruefstand.record.FailureKind;
import pruefstand.task.Outcome;
import pruefstand.task.kld.KldResult;
import pruefstand.task.perplexity.PerplexityResult;
import pruefstand.task.speed.Bandwidth;
import pruefstand.task.speed.BenchResult;
import pruefstand.text.Message;
import pruefstand.text.RefusalKind;

/** What a worker says, one line of JSON each; {@link Died} is what its parent makes of its silence. */
public sealed interface WorkerReply {

    /**
     * How far it has come; the answer follows.
     *
     * @param done steps behind
     * @param total steps in all
     */
    record Step(long done, long total) implements WorkerReply {
    }

    /**
     * What came of a task.
     *
     * @param outcome numbers, or why there are none
     * @param subject what was measured, and by what
     */
    record Measured(Outcome outcome, Subject subject) implements WorkerReply {
    }

    /**
     * Perplexity of a text.
     *
     * @param result the numbers
     * @param seconds how long scoring took, tokenising included, loading not
     * @param subject what was measured, and by what
     */
    record Perplexity(PerplexityResult result, double seconds, Subject subject) implements WorkerReply {
    }

    /**
     * Bare speed.
     *
     * @param results one for each test
     * @param bandwidth of the machine's memory
     * @param subject what was measured, and by what
     */
    record Benched(List<BenchResult> results, Bandwidth bandwidth, Subject subject) implements WorkerReply {
    }

    /**
     * Vectors.
     *
     * @param embeddings one for each text, in order
     */
    record Embedded(List<Embedding> embeddings) implements WorkerReply {
    }

    /**
     * A part of a text that is being written; more of it, or the answer, follows.
     *
     * @param text whole characters
     */
    record Piece(String text) implements WorkerReply {
    }

    /**
     * A text.
     *
     * @param generation the text, and how it came about
     * @param subject what wrote it
     */
    record Generated(Generation generation, Subject subject) implements WorkerReply {
    }

    /**
     * How far a model is from its base.
     *
     * @param result the numbers
     * @param seconds how long scoring took, tokenising included, loading not
     * @param subject what was judged, and by what
     * @param base what it was compared with
     */
    record Compared(KldResult result, double seconds, Subject subject, Artifact base) implements WorkerReply {
    }

    /**
     * Log-likelihoods.
     *
     * @param scores one for each continuation, in order
     */
    record Scored(List<ContinuationScore> scores) implements WorkerReply {
    }

    /**
     * Scores.
     *
     * @param scores one for each document, in order
     */
    record Reranked(double[] scores) implements WorkerReply {
    }

    /**
     * It cannot, and a person can change that.
     *
     * @param kind which exit code it becomes
     * @param what what is wrong
     */
    record Refused(RefusalKind kind, Message what) implements WorkerReply {
    }

    /**
     * A mistake in the program, in the worker.
     *
     * @param error the exception
     */
    record Broken(String error) implements WorkerReply {
    }

    /**
     * The worker ended, or wrote what is no reply, before it answered.
     *
     * @param failure how
     * @param reason for the record, in English
     */
    record Died(Failure failure, String reason) implements WorkerReply {

        /** Ends that have their cause outside of the worker: somebody or the system killed it, or a mapped file could not be read. */
        private static final Set<String> FROM_OUTSIDE = Set.of("SIGKILL", "SIGBUS");

        /** Whether the same request may go well a moment later. */
        boolean mayPass() {
            return failure.signal().filter(FROM_OUTSIDE::contains).isPresent();
        }

        /** Whether what it had answered until then can be relied on: it was ended from outside, not by a fault of its own. */
        boolean wasSound() {
            return mayPass() || failure.kind() == FailureKind.TIMEOUT || failure.kind() == FailureKind.MEMORY;
        }
    }

    /**
     * What was measured, and by what.
     *
     * @param artifact the model file
     * @param engine what computed
     * @param peakMemoryBytes most memory resident in the worker since the request; empty where it cannot be read
     * @param earlierSeconds how long those answers took that an interrupted attempt had kept; 0 where there are none
     */
    record Subject(Artifact artifact, EngineDescription engine, OptionalLong peakMemoryBytes, double earlierSeconds) {

        Subject after(double seconds) {
            return new Subject(artifact, engine, peakMemoryBytes, seconds);
        }
    }
}
