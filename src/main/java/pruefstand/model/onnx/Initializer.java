package pruefstand.model.onnx;

/**
 * A tensor that a graph brings along.
 *
 * @param name as the graph refers to it
 * @param type how its values are stored
 * @param rank number of its dimensions; 0 for a single number
 * @param values how many there are
 * @param bytes that they take
 */
public record Initializer(String name, ElementType type, int rank, long values, long bytes) {
}
