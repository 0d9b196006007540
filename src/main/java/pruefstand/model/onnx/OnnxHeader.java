package pruefstand.model.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pruefstand.text.Refusal;

/**
 * What a graph file says of itself, read and checked without anything native.
 *
 * @param initializers the tensors of the outermost graph, in the file's order
 * @param externalFiles the files beside it that hold values, sorted
 * @param bytes size of the graph file
 */
public record OnnxHeader(List<Initializer> initializers, List<Path> externalFiles, long bytes) {

    private static final Pattern SCALE = Pattern.compile("(.*?)[._](scales?|zero_?points?|zp)");

    /**
     * Reads a graph file.
     *
     * @throws Refusal if it is missing, broken, or reaches outside its folder
     */
    public static OnnxHeader read(Path graph) {
        if (!Files.isRegularFile(graph)) {
            throw Refusal.missing("model.onnx.missing", graph.toString());
        }
        try (SeekableByteChannel channel = Files.newByteChannel(graph)) {
            return new GraphReader(new ProtoSource(graph, channel)).read();
        } catch (IOException | UncheckedIOException e) {
            throw Refusal.input("model.onnx.unreadable", graph.toString(), String.valueOf(e.getMessage())).because(e);
        }
    }

    /** The tensors that were learned: no shapes, no single numbers, no scales and zero points of quantized ones. */
    public List<Initializer> weights() {
        NavigableSet<String> quantized = initializers.stream().filter(tensor -> tensor.type().isQuantized())
                .map(OnnxHeader::lowerCase).filter(name -> !SCALE.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        return initializers.stream().filter(tensor -> tensor.type().weights().isPresent() && tensor.rank() > 0)
                .filter(tensor -> !isScale(lowerCase(tensor), quantized)).toList();
    }

    // A tensor called w_scale is a scale only if there is a quantized tensor whose name begins with w.
    private static boolean isScale(String name, NavigableSet<String> quantized) {
        Matcher parts = SCALE.matcher(name);
        return parts.matches() && Optional.ofNullable(quantized.ceiling(parts.group(1)))
                .filter(other -> other.startsWith(parts.group(1))).isPresent();
    }

    private static String lowerCase(Initializer tensor) {
        return tensor.name().toLowerCase(Locale.ROOT);
    }

    /** How most of the weights are stored. */
    Optional<String> commonestType() {
        Map<String, Long> values = new TreeMap<>();
        weights().forEach(tensor -> values.merge(tensor.type().weights().orElseThrow(), tensor.values(), Long::sum));
        return values.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
}
