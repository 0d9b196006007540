package pruefstand.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import pruefstand.text.LocalizedText;

/** The shape of a registry file, as it is written, so that a list may hold null; {@link Registry} gives it meaning. */
record RegistryFile(List<ModelEntry> models) {

    RegistryFile {
        models = models == null ? List.of() : models;
    }

    /** One model of the file. */
    record ModelEntry(String name, List<String> aliases, Optional<ModelKind> kind, Optional<String> family, Optional<String> license,
            Optional<List<String>> trainingData, Optional<Prompts> prompts, Optional<Pooling> pooling,
            Optional<LocalizedText> notRunnable, List<VariantEntry> variants, Optional<SlurmEntry> slurm) {

        ModelEntry {
            aliases = aliases == null ? List.of() : aliases;
            variants = variants == null ? List.of() : variants;
        }
    }

    /** What its job asks of Slurm. */
    record SlurmEntry(Optional<String> gres, Optional<String> time, OptionalDouble memoryGb, OptionalInt cpus, Optional<String> partition) {
    }

    /** One variant of the file: exactly one of hub, a file without hub, server, folder, baseline and vectors says where it comes from. */
    record VariantEntry(String name, Optional<String> hub, Optional<String> revision, Optional<String> file, Optional<String> sha256,
            Optional<String> server, Optional<String> model, Optional<String> apiKeyEnv, Optional<String> folder,
            Optional<String> baseline, Optional<String> vectors, Optional<String> base, Optional<String> lora,
            OptionalDouble loraScale) {
    }
}
