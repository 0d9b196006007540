package pruefstand.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the graphs of an ONNX export lie. */
public final class OnnxFiles {

    private static final Pattern GRAPH = Pattern.compile("model.*\\.onnx");

    private OnnxFiles() {
    }

    /** Whether a name is that of a graph file. */
    public static boolean isGraph(String name) {
        return name.endsWith(".onnx");
    }

    /** The export that a graph file belongs to: the folder that it lies in, or the one above where that is {@code onnx/}. */
    public static Path folderOf(Path graph) {
        Path folder = graph.toAbsolutePath().normalize().getParent();
        boolean below = folder.endsWith("onnx") && !Files.exists(folder.resolve("config.json"));
        return below ? folder.getParent() : folder;
    }

    /**
     * The graphs of an export: the files {@code model*.onnx} in a folder and in {@code onnx/} below it, sorted; none where the
     * folder is none.
     *
     * @param place the folder, or the one graph file that is meant
     */
    public static List<Path> graphs(Path place) {
        if (isGraph(place.toString()) && Files.isRegularFile(place)) {
            return List.of(place);
        }
        return Stream.of(place, place.resolve("onnx")).filter(Files::isDirectory).flatMap(OnnxFiles::graphsDirectlyIn).toList();
    }

    private static Stream<Path> graphsDirectlyIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> GRAPH.matcher(file.getFileName().toString()).matches()).filter(Files::isRegularFile)
                    .sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
