package pruefstand.engine.llamacpp;

import pruefstand.model.Pooling;

/**
 * How a model encodes.
 *
 * @param dimension length of a vector
 * @param maxInputTokens tokens of a text that are read
 * @param pooling how one vector is made of many
 * @param normalize whether vectors are scaled to length 1
 * @param threads threads to compute with
 */
record EncoderSettings(int dimension, int maxInputTokens, Pooling pooling, boolean normalize, int threads) {
}
