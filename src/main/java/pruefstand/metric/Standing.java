package pruefstand.metric;

/**
 * Where a model stands among others over several tasks.
 *
 * @param mean over the tasks, in their unit
 * @param meanOfKinds mean over the kinds of tasks, each the mean over its tasks
 * @param borda points, 0 … tasks · (models - 1)
 * @param rank by points, from 1
 * @param bestRank lower end of the rank's 95 % interval
 * @param worstRank its upper end
 */
public record Standing(double mean, double meanOfKinds, double borda, int rank, int bestRank, int worstRank) {
}
