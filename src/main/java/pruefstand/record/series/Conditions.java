package pruefstand.record.series;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import pruefstand.model.Artifact;
import pruefstand.record.RunRecord;
import pruefstand.record.TaskReference;

/**
 * What has to stay the same for numbers of two nights to tell anything about each other.
 *
 * @param engine name, version, backend and threads of what computed; empty where nothing did
 * @param harness version of this program
 * @param task the task with its version and data
 * @param artifact hash of the model file; empty where there is none
 * @param lengths of prompt, answer, depth and batch
 */
public record Conditions(Optional<String> engine, String harness, TaskReference task, Optional<String> artifact,
        List<OptionalDouble> lengths) {

    private static final List<String> LENGTHS = List.of("prompt", "generate", "depth", "batch");

    public Conditions {
        lengths = List.copyOf(lengths);
    }

    static Conditions of(RunRecord record) {
        return new Conditions(record.engine().map(engine -> engine.name() + " " + engine.version() + " " + engine.backend() + " "
                + engine.threads()), record.harness().version(), record.task(), record.artifact().flatMap(Artifact::sha256),
                LENGTHS.stream().map(record::setting).toList());
    }

    /** What is new about these conditions after others; none where they are the same. */
    public List<Update> since(Conditions before) {
        return List.of(Update.values()).stream().filter(update -> !update.part(this).equals(update.part(before))).toList();
    }

    /** What can be new. */
    public enum Update {
        ENGINE, HARNESS, TASK, MODEL, LENGTHS;

        private Object part(Conditions of) {
            return switch (this) {
                case ENGINE -> of.engine;
                case HARNESS -> of.harness;
                case TASK -> of.task;
                case MODEL -> of.artifact;
                case LENGTHS -> of.lengths;
            };
        }
    }
}
