package pruefstand.engine.onnx;

/**
 * What a graph says of one of its outputs.
 *
 * @param name of the output
 * @param rank number of its dimensions
 * @param width size of the last dimension
 */
record OutputInfo(String name, int rank, int width) {
}
