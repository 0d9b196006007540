package pruefstand.model.onnx;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import pruefstand.model.Artifact;
import pruefstand.model.FileSize;

/** What is recorded of an ONNX export. */
public final class OnnxArtifact {

    private OnnxArtifact() {
    }

    /** The artifact of an export; its hash is another's business, since that reads the whole of it. */
    public static Artifact of(OnnxExport export) {
        OnnxHeader header = export.header();
        ModelConfig config = export.config();
        long parameters = header.weights().stream().mapToLong(Initializer::values).sum();
        long stored = header.weights().stream().mapToLong(Initializer::bytes).sum();
        long bytes = export.modelFiles().stream().mapToLong(FileSize::of).sum();
        return new Artifact(export.name(), Optional.empty(), OptionalLong.of(bytes), "onnx",
                config.architecture(), OptionalLong.of(parameters), OptionalLong.of(parameters), config.layers(),
                config.dimension(), config.contextLength(), header.commonestType(),
                parameters == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) Byte.SIZE * stored / parameters),
                config.vocabulary());
    }
}
