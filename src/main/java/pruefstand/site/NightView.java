package pruefstand.site;

import java.util.List;

/**
 * The page of a night.
 *
 * @param frame what stands around it
 * @param title its heading
 * @param summary in one sentence
 * @param hosts machines that measured
 * @param tasks what ran
 * @param changes what is other than before, real differences first
 * @param unchanged how many numbers came out as before or could not be told from them, in words
 * @param failures what failed
 * @param more failures and changes that are not listed, in words; empty text where all are
 * @param beside the nights before and after
 */
record NightView(Frame frame, String title, String summary, List<String> hosts, List<Ran> tasks, List<Changed> changes, String unchanged,
        List<Failed> failures, String more, List<Link> beside) {

    /**
     * What ran of a task.
     *
     * @param task which
     * @param models how many variants of models, in words
     * @param failed how many failed, in words; empty text where none did
     */
    record Ran(Link task, String models, String failed) {
    }

    /**
     * A number that changed.
     *
     * @param model whose
     * @param variant which
     * @param task of which task
     * @param metric of what
     * @param before the earlier value, with its record
     * @param now this value, with its record
     * @param verdict in words
     * @param worse whether it is really worse
     */
    record Changed(Link model, String variant, Link task, String metric, Cell before, Cell now, String verdict, boolean worse) {
    }

    /**
     * What failed.
     *
     * @param model whose
     * @param variant which
     * @param task at which task
     * @param why in one sentence
     * @param reason what the record says, as it stands there
     * @param record its record
     */
    record Failed(Link model, String variant, Link task, String why, String reason, String record) {
    }
}
