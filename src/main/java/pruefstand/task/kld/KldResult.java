package pruefstand.task.kld;

import pruefstand.metric.ModelDivergence;

/**
 * How far a model is from its base.
 *
 * @param divergence the figures
 * @param chunks how many the text was cut into
 * @param contextLength tokens of a chunk
 */
public record KldResult(ModelDivergence divergence, int chunks, int contextLength) {
}
