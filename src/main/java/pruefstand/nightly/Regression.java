package pruefstand.nightly;

import pruefstand.record.RunRecord;

/**
 * Something that is really other than before: worse, or, among the changes of a summary, better.
 *
 * @param model listed name
 * @param variant its variant
 * @param task the task's name
 * @param metric id of what changed
 * @param before what it was: of a quality the value before, of a speed the usual one
 * @param now what it is
 * @param evidence why that is no chance
 */
public record Regression(String model, String variant, String task, String metric, double before, double now, Evidence evidence) {

    static Regression of(RunRecord record, String metric, double before, double now, Evidence evidence) {
        return new Regression(record.model(), record.variant(), record.task().name(), metric, before, now, evidence);
    }

    String subject() {
        return model + ":" + variant;
    }

    /** Why something is no chance. */
    public sealed interface Evidence {
    }

    /**
     * Two runs were compared item by item.
     *
     * @param blocks what was paired, in the plural
     * @param p its p value, corrected for all comparisons of the night
     */
    public record Paired(String blocks, double p) implements Evidence {
    }

    /**
     * A series of speeds has another level.
     *
     * @param change as a share of the level before
     * @param measured how often it was measured tonight
     */
    public record Stepped(double change, int measured) implements Evidence {
    }

    /**
     * The same cell has to give the same number and does not.
     *
     * @param run which gave the other one
     */
    public record NotRepeated(String run) implements Evidence {
    }
}
