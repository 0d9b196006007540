package pruefstand.model.gguf;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import pruefstand.model.Artifact;

/** What is recorded of a GGUF file, all of it from its header. */
public final class GgufArtifact {

    private final GgufHeader header;

    private GgufArtifact(GgufHeader header) {
        this.header = header;
    }

    /** The artifact of a file; its hash is another's business, since that reads the whole file. */
    public static Artifact of(Path file, GgufHeader header) {
        return new GgufArtifact(header).describe(file.getFileName().toString());
    }

    private Artifact describe(String name) {
        long parameters = header.tensors().stream().mapToLong(TensorInfo::values).sum();
        return new Artifact(name, Optional.empty(), OptionalLong.of(header.bytes()), "gguf", header.architecture(),
                OptionalLong.of(parameters), OptionalLong.of(active()), own("block_count"), own("embedding_length"),
                own("context_length"), quantization(), bitsPerWeight(parameters), vocabulary());
    }

    // Of a mixture's experts, a token passes through a few; all other tensors it passes through whole.
    private long active() {
        long experts = header.ownWhole("expert_count").orElse(0);
        long used = TokenTraffic.expertsUsed(header);
        return header.tensors().stream().mapToLong(tensor -> experts > 0 && TokenTraffic.isOfExperts(tensor)
                ? tensor.values() / experts * used : tensor.values()).sum();
    }

    private Optional<String> quantization() {
        OptionalLong type = header.whole("general.file_type");
        Optional<String> named = type.isPresent() ? FileType.name(type.getAsLong()) : Optional.empty();
        return named.or(this::commonestType);
    }

    private Optional<String> commonestType() {
        Map<TensorType, Long> values = new EnumMap<>(TensorType.class);
        header.tensors().forEach(tensor -> values.merge(tensor.type(), tensor.values(), Long::sum));
        return values.entrySet().stream().max(Map.Entry.comparingByValue()).map(entry -> entry.getKey().name());
    }

    private OptionalDouble bitsPerWeight(long parameters) {
        long bytes = header.tensors().stream().mapToLong(TensorInfo::bytes).sum();
        return parameters == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) Byte.SIZE * bytes / parameters);
    }

    private OptionalInt vocabulary() {
        OptionalInt tokens = small(header.elements("tokenizer.ggml.tokens"));
        return tokens.isPresent() ? tokens : own("vocab_size");
    }

    private OptionalInt own(String key) {
        return small(header.ownWhole(key));
    }

    private static OptionalInt small(OptionalLong value) {
        return value.stream().filter(v -> v >= 0 && v <= Integer.MAX_VALUE).mapToInt(v -> (int) v).findFirst();
    }
}
