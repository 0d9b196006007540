package pruefstand.model.gguf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import pruefstand.text.Refusal;

/**
 * What a GGUF file says about itself: everything before the tensor data, checked against the size of the file.
 *
 * @param version of the format, 2 or 3
 * @param metadata by key
 * @param tensors in the file's order
 * @param bytes size of the whole file
 */
public record GgufHeader(int version, Map<String, GgufValue> metadata, List<TensorInfo> tensors, long bytes) {

    private static final int MOST_PARTS = 999;

    public GgufHeader {
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        tensors = List.copyOf(tensors);
    }

    /**
     * Reads and checks a file's header.
     *
     * @throws Refusal if the file is missing, cannot be read, or is not what it should be: says what and at which byte
     */
    public static GgufHeader read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Refusal.missing("model.gguf.missing", file);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(file.toString(), channel);
        } catch (IOException e) {
            throw Refusal.input("model.gguf.unreadable", file, String.valueOf(e.getMessage())).because(e);
        }
    }

    /**
     * Reads and checks a header, wherever its file lies; no more is read than that.
     *
     * @param name what to call the file in messages
     * @throws Refusal if the file is not what it should be
     * @throws IOException if it cannot be read
     */
    public static GgufHeader read(String name, SeekableByteChannel channel) throws IOException {
        return new GgufReader(new GgufSource(name, channel)).read();
    }

    /** In how many files the model lies. */
    public int parts() {
        return Math.clamp(whole("split.count").orElse(1), 1, MOST_PARTS);
    }

    /** The model whose parts these are, in order: what the first says, and the tensors of all. */
    public static GgufHeader joined(List<GgufHeader> parts) {
        GgufHeader first = parts.getFirst();
        return new GgufHeader(first.version, first.metadata, parts.stream().flatMap(part -> part.tensors.stream()).toList(),
                parts.stream().mapToLong(GgufHeader::bytes).sum());
    }

    /** The architecture, such as {@code llama}. */
    public Optional<String> architecture() {
        return text("general.architecture");
    }

    /** A text; empty if there is none under that key. */
    public Optional<String> text(String key) {
        return metadata.get(key) instanceof GgufValue.Text(String value) ? Optional.of(value) : Optional.empty();
    }

    /** A whole number; empty if there is none under that key. */
    public OptionalLong whole(String key) {
        return metadata.get(key) instanceof GgufValue.Whole(long value) ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /** Yes or no; empty if there is neither under that key. */
    public Optional<Boolean> flag(String key) {
        return metadata.get(key) instanceof GgufValue.Flag(boolean value) ? Optional.of(value) : Optional.empty();
    }

    /** A value of the architecture's own, such as {@code block_count} for {@code llama.block_count}. */
    public OptionalLong ownWhole(String key) {
        return architecture().map(name -> whole(name + "." + key)).orElse(OptionalLong.empty());
    }

    /** Elements of an array; empty if there is none under that key. */
    public OptionalLong elements(String key) {
        return metadata.get(key) instanceof GgufValue.Unread(long count) ? OptionalLong.of(count) : OptionalLong.empty();
    }
}
