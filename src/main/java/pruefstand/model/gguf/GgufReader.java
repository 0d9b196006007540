package pruefstand.model.gguf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a header from its first byte to the start of the tensor data. */
final class GgufReader {

    private static final int MAGIC = 'G' | 'G' << 8 | 'U' << 16 | 'F' << 24;
    private static final int OLDEST = 2;
    private static final int NEWEST = 3;
    private static final long SMALLEST_ENTRY = 8 + 4 + 1;
    private static final long SMALLEST_TENSOR = 8 + 4 + 4 + 8;
    // The largest models have some thousand tensors and some hundred entries.
    private static final long MOST_TENSORS = 1 << 17;
    private static final long MOST_ENTRIES = 1 << 14;
    private static final int LONGEST_KEY = 65_535;
    private static final int LONGEST_TENSOR_NAME = 63;
    private static final int MOST_DIMENSIONS = 4;
    private static final long DEFAULT_ALIGNMENT = 32;
    private static final long LARGEST_ALIGNMENT = 1 << 20;

    private final GgufSource source;

    GgufReader(GgufSource source) {
        this.source = source;
    }

    GgufHeader read() {
        int version = readVersion();
        long tensorCount = readCount("tensors", SMALLEST_TENSOR, MOST_TENSORS);
        long entryCount = readCount("entries", SMALLEST_ENTRY, MOST_ENTRIES);
        Map<String, GgufValue> metadata = readMetadata(entryCount);
        long alignment = alignment(metadata);
        List<TensorInfo> tensors = readTensors(tensorCount);
        long dataStart = (source.position() + alignment - 1) / alignment * alignment;
        new TensorPlacement(source, alignment, dataStart).check(tensors);
        return new GgufHeader(version, metadata, tensors, source.size());
    }

    private int readVersion() {
        int magic = source.readInt();
        if (magic != MAGIC) {
            throw source.refusal("model.gguf.magic", 0, String.format(Locale.ROOT, "%08x", Integer.reverseBytes(magic)));
        }
        int version = source.readInt();
        if (version < OLDEST || version > NEWEST) {
            boolean bigEndian = Integer.reverseBytes(version) >= 1 && Integer.reverseBytes(version) <= NEWEST;
            throw source.refusal(bigEndian ? "model.gguf.big-endian" : "model.gguf.version", Integer.BYTES,
                    Integer.toUnsignedString(version));
        }
        return version;
    }

    private long readCount(String what, long smallest, long most) {
        long at = source.position();
        long count = source.readCount(what, smallest);
        if (count > most) {
            throw source.refusal("model.gguf.too-many", at, what, count, most);
        }
        return count;
    }

    private Map<String, GgufValue> readMetadata(long count) {
        Map<String, GgufValue> metadata = new TreeMap<>();
        GgufValueReader values = new GgufValueReader(source);
        for (long i = 0; i < count; i++) {
            long at = source.position();
            String key = readName("key", LONGEST_KEY);
            if (metadata.put(key, values.read()) != null) {
                throw source.refusal("model.gguf.duplicate", at, key);
            }
        }
        return metadata;
    }

    private String readName(String what, int longest) {
        long at = source.position();
        long length = source.readCount(what, 1);
        if (length < 1 || length > longest) {
            throw source.refusal("model.gguf.name", at, what, length, longest);
        }
        return source.readText((int) length);
    }

    private long alignment(Map<String, GgufValue> metadata) {
        GgufValue alignment = metadata.getOrDefault("general.alignment", new GgufValue.Whole(DEFAULT_ALIGNMENT));
        if (alignment instanceof GgufValue.Whole(long bytes) && bytes > 0 && bytes <= LARGEST_ALIGNMENT
                && Long.bitCount(bytes) == 1) {
            return bytes;
        }
        throw source.refusal("model.gguf.alignment", source.position(), alignment);
    }

    private List<TensorInfo> readTensors(long count) {
        Map<String, TensorInfo> tensors = new LinkedHashMap<>();
        for (long i = 0; i < count; i++) {
            long at = source.position();
            TensorInfo tensor = readTensor(readName("tensor", LONGEST_TENSOR_NAME), at);
            if (tensors.put(tensor.name(), tensor) != null) {
                throw source.refusal("model.gguf.duplicate", at, tensor.name());
            }
        }
        return new ArrayList<>(tensors.values());
    }

    private TensorInfo readTensor(String name, long at) {
        long[] dimensions = readDimensions(name);
        int code = source.readInt();
        Optional<TensorType> type = TensorType.ofCode(code);
        if (type.isEmpty()) {
            throw source.refusal("model.gguf.type", at, name, Integer.toUnsignedString(code));
        }
        if (dimensions[0] % type.get().blockValues() != 0) {
            throw source.refusal("model.gguf.row", at, name, dimensions[0], type.get().name(), type.get().blockValues());
        }
        return new TensorInfo(name, type.get(), product(name, dimensions, at), source.readLong());
    }

    private long[] readDimensions(String name) {
        long at = source.position();
        int count = source.readInt();
        if (count < 1 || count > MOST_DIMENSIONS) {
            throw source.refusal("model.gguf.dimensions", at, name, Integer.toUnsignedString(count), MOST_DIMENSIONS);
        }
        long[] dimensions = new long[count];
        for (int i = 0; i < count; i++) {
            dimensions[i] = source.readLong();
        }
        return dimensions;
    }

    private long product(String name, long[] dimensions, long at) {
        long product = 1;
        for (long dimension : dimensions) {
            if (dimension < 1 || product > Long.MAX_VALUE / dimension) {
                throw source.refusal("model.gguf.shape", at, name, Arrays.toString(dimensions));
            }
            product *= dimension;
        }
        return product;
    }
}
