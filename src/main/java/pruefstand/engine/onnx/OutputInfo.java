package pruefstand.engine.onnx;

import java.util.OptionalInt;

/**
 * What a graph says of one of its outputs.
 *
 * @param name of the output
 * @param rank number of its dimensions
 * @param width size of the last dimension, where the graph fixes it
 */
record OutputInfo(String name, int rank, OptionalInt width) {
}
