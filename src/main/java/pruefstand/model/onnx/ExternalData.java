package pruefstand.model.onnx;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import pruefstand.model.FileSize;
import pruefstand.text.Refusal;

/**
 * The files beside a graph that hold values of its tensors. They lie in the graph's own folder or below it, are reached through
 * no link, and hold what the graph says.
 */
final class ExternalData {

    // No wildcard either: the runtime takes a certain name with stars in it for an address in its own memory.
    private static final Pattern STRANGE = Pattern.compile("[\\p{Cntrl}*?:\\\\]");

    private final ProtoSource source;
    private final Path folder;
    private final Set<Path> files = new TreeSet<>();

    ExternalData(ProtoSource source) {
        this.source = source;
        this.folder = source.file().toAbsolutePath().normalize().getParent();
    }

    /** Where one tensor says that its values lie. */
    static final class Place {

        private String location = "";
        private String offset = "0";
        private String length = "";
        private boolean named;

        void take(String key, String value) {
            named = true;
            switch (key) {
                case "location" -> location = value;
                case "offset" -> offset = value;
                case "length" -> length = value;
                default -> { }
            }
        }

        boolean isNamed() {
            return named;
        }
    }

    /** The files that tensors checked so far lie in. */
    Set<Path> files() {
        return files;
    }

    /**
     * Checks where a tensor lies.
     *
     * @param bytes that its values take
     * @param at offset of the tensor in the graph file
     */
    void check(Place place, String tensor, long bytes, long at) {
        Path file = file(place.location, tensor, at);
        long offset = number(place.offset, tensor, at);
        long length = place.length.isEmpty() ? bytes : number(place.length, tensor, at);
        long size = FileSize.of(file);
        if (length != bytes || offset > size || length > size - offset) {
            throw source.refusal("model.onnx.external-size", at, tensor, file.getFileName().toString(), bytes, offset, size);
        }
        files.add(file);
    }

    private Path file(String location, String tensor, long at) {
        Refusal outside = source.refusal("model.onnx.external-path", at, tensor, location);
        // Whoever follows a link to the graph may look for the values where the link leads.
        if (location.isBlank() || location.startsWith("/") || STRANGE.matcher(location).find()
                || Files.isSymbolicLink(source.file())) {
            throw outside;
        }
        try {
            return below(Path.of(location), tensor, location, at);
        } catch (InvalidPathException e) {
            throw outside.because(e);
        }
    }

    private Path below(Path relative, String tensor, String location, long at) {
        Path file = folder;
        for (Path part : relative) {
            file = file.resolve(part);
            if (part.toString().equals("..") || Files.isSymbolicLink(file)) {
                throw source.refusal("model.onnx.external-path", at, tensor, location);
            }
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw Refusal.missing("model.onnx.external-missing", source.file().toString(), location);
        }
        return file.normalize();
    }

    private long number(String text, String tensor, long at) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw source.refusal("model.onnx.external-number", at, tensor, text).because(e);
        }
        throw source.refusal("model.onnx.external-number", at, tensor, text);
    }
}
