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

    /** The files {@code model*.onnx} in a folder and in {@code onnx/} below it, sorted; none where the folder is none. */
    public static List<Path> graphs(Path folder) {
        return Stream.of(folder, folder.resolve("onnx")).filter(Files::isDirectory).flatMap(OnnxFiles::graphsDirectlyIn).toList();
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
