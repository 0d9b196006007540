package pruefstand.model;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import pruefstand.json.JsonException;
import pruefstand.json.Yaml;
import pruefstand.model.RegistryFile.ModelEntry;
import pruefstand.model.RegistryFile.SlurmEntry;
import pruefstand.model.RegistryFile.VariantEntry;
import pruefstand.text.DurationText;
import pruefstand.text.HttpAddress;
import pruefstand.text.Refusal;

/** Gives meaning to one registry file and collects what is wrong with it. */
final class RegistryReader {

    private static final String DEFAULT_REVISION = "main";

    private final Path file;
    private final Path folder;
    private final List<String> faults = new ArrayList<>();

    RegistryReader(Path file) {
        this.file = file;
        this.folder = file.toAbsolutePath().normalize().getParent();
    }

    /**
     * The registry.
     *
     * @throws Refusal naming every fault found
     */
    Registry registry() {
        List<ListedModel> models = present(parse().models(), "models").stream().map(this::model).toList();
        checkNamesAreUnique(models);
        if (!faults.isEmpty()) {
            throw Refusal.input("model.registry.faults", file.toString(), String.join("\n  ", faults));
        }
        return new Registry(models);
    }

    private RegistryFile parse() {
        try {
            return Yaml.read(file, RegistryFile.class);
        } catch (JsonException e) {
            throw Refusal.input("model.registry.unreadable", e.getMessage()).because(e);
        }
    }

    /** What a list holds; an entry that was begun and left empty is a fault. */
    private <T> List<T> present(List<T> written, String where) {
        IntStream.range(0, written.size()).filter(i -> written.get(i) == null)
                .forEach(i -> faults.add(where + ": entry " + (i + 1) + " is empty"));
        return written.stream().filter(Objects::nonNull).toList();
    }

    private ListedModel model(ModelEntry entry) {
        if (entry.name() == null || entry.name().isBlank()) {
            faults.add("a model without a name; every entry of models needs name:");
        }
        if (entry.kind().isEmpty()) {
            faults.add(entry.name() + ": no kind; expected one of decoder, encoder, reranker, masked, image, video, speech, ocr");
        }
        return new ListedModel(String.valueOf(entry.name()), present(entry.aliases(), entry.name() + ": aliases"),
                entry.kind().orElse(ModelKind.DECODER), entry.family(), entry.license(),
                entry.trainingData().map(data -> present(data, entry.name() + ": training_data")),
                entry.prompts().orElse(Prompts.NONE), entry.pooling(), entry.notRunnable(), variants(entry),
                entry.slurm().map(written -> slurm(written, entry.name() + ": slurm")).orElse(SlurmRequest.NONE));
    }

    private SlurmRequest slurm(SlurmEntry written, String where) {
        Optional<Duration> time = written.time().flatMap(DurationText::read);
        if (written.time().isPresent() && time.isEmpty()) {
            faults.add(where + ": time is '" + written.time().get() + "'; expected is a time such as 90s, 30m or 20h");
        }
        if (!(written.memoryGb().orElse(1) > 0 && Double.isFinite(written.memoryGb().orElse(1)))) {
            faults.add(where + ": memory_gb is " + written.memoryGb().getAsDouble() + "; expected is a number above 0");
        }
        if (written.cpus().orElse(1) < 1) {
            faults.add(where + ": cpus is " + written.cpus().getAsInt() + "; expected is a whole number above 0");
        }
        return new SlurmRequest(worded(written.gres(), where + ": gres"), time, written.memoryGb(), written.cpus(),
                worded(written.partition(), where + ": partition"));
    }

    private Optional<String> worded(Optional<String> written, String where) {
        written.filter(String::isBlank).ifPresent(_ -> faults.add(where + " is empty"));
        return written;
    }

    private List<Variant> variants(ModelEntry entry) {
        Map<String, Variant> variants = new LinkedHashMap<>();
        for (VariantEntry variant : present(entry.variants(), entry.name() + ": variants")) {
            String where = entry.name() + ":" + variant.name();
            source(variant, where).ifPresent(source -> {
                if (variants.put(variant.name(), new Variant(variant.name(), source, variant.base(), adapter(variant, where))) != null) {
                    faults.add(where + ": a variant of this name stands there twice");
                }
            });
        }
        checkBases(entry.name(), variants);
        return List.copyOf(variants.values());
    }

    private Optional<Source> source(VariantEntry variant, String where) {
        if (variant.name() == null || variant.name().isBlank()) {
            faults.add(where + ": a variant needs name:");
            return Optional.empty();
        }
        checkCompany(variant, where);
        int named = (int) List.of(variant.hub().isPresent() || variant.file().isPresent(), variant.server().isPresent(),
                variant.folder().isPresent(), variant.baseline().isPresent(), variant.vectors().isPresent()).stream().filter(Boolean::booleanValue).count();
        if (named != 1) {
            faults.add(where + ": expected exactly one of hub (with file), file, server, folder, baseline, vectors; found " + named);
            return Optional.empty();
        }
        return variant.hub().isPresent() ? variant.hub().flatMap(hub -> hub(hub, variant, where))
                : variant.file().<Source>flatMap(written -> path(written, where + ": file", RegistryReader::file))
                        .or(() -> variant.folder().flatMap(written -> path(written, where + ": folder", Source.OnnxFolder::new)))
                        .or(() -> variant.vectors().flatMap(written -> path(written, where + ": vectors", Source.WordVectors::new)))
                        .or(() -> variant.server().flatMap(address -> server(address, variant, where)))
                        .or(() -> variant.baseline().flatMap(name -> baseline(name, where)));
    }

    private static Source file(Path path) {
        return OnnxFiles.isGraph(path.toString()) ? new Source.OnnxFolder(path) : new Source.LocalFile(path);
    }

    private Optional<Source> hub(String repository, VariantEntry variant, String where) {
        var file = new Source.HubFile(repository, variant.revision().orElse(DEFAULT_REVISION), variant.file().orElse(""),
                variant.sha256());
        List<String> wrong = HubNames.faults(file);
        wrong.forEach(fault -> faults.add(where + ": " + fault));
        return wrong.isEmpty() ? Optional.of(file) : Optional.empty();
    }

    /** A key that nobody would look at must not look as if somebody did: a hash that is never checked, above all. */
    private void checkCompany(VariantEntry variant, String where) {
        checkCompany(variant.sha256(), "sha256", variant.hub(), "hub", where);
        checkCompany(variant.revision(), "revision", variant.hub(), "hub", where);
        checkCompany(variant.model(), "model", variant.server(), "server", where);
        checkCompany(variant.apiKeyEnv(), "api_key_env", variant.server(), "server", where);
        checkCompany(variant.lora(), "lora", variant.file(), "file", where);
        checkCompany(variant.loraScale().stream().boxed().findFirst(), "lora_scale", variant.lora(), "lora", where);
    }

    private void checkCompany(Optional<?> value, String key, Optional<String> partner, String needed, String where) {
        if (value.isPresent() && partner.isEmpty()) {
            faults.add(where + ": " + key + " says something only beside " + needed + "; leave it out");
        }
    }

    private Optional<Adapter> adapter(VariantEntry variant, String where) {
        double scale = variant.loraScale().orElse(1);
        if (!Double.isFinite(scale)) {
            faults.add(where + ": lora_scale is no number");
            return Optional.empty();
        }
        return variant.lora().flatMap(written -> path(written, where + ": lora", file -> new Adapter(file, scale)));
    }

    private <T> Optional<T> path(String written, String where, Function<Path, T> source) {
        if (written.isBlank()) {
            faults.add(where + " is empty");
            return Optional.empty();
        }
        try {
            return Optional.of(source.apply(folder.resolve(written).normalize()));
        } catch (InvalidPathException e) {
            faults.add(where + " is no path: " + e.getReason());
            return Optional.empty();
        }
    }

    private Optional<Source> server(String address, VariantEntry variant, String where) {
        if (HttpAddress.of(address).isEmpty()) {
            faults.add(where + ": server: '" + address + "' is no address with http:// or https://");
        }
        if (HttpAddress.of(address).filter(base -> base.getRawUserInfo() != null).isPresent()) {
            faults.add(where + ": server: a key has no place in an address; name the environment variable that holds it with api_key_env");
            return Optional.empty();
        }
        return HttpAddress.of(address).map(base -> new Source.Server(base, variant.model().orElse(""), variant.apiKeyEnv()));
    }

    private Optional<Source> baseline(String name, String where) {
        if (Source.Baseline.NAMES.contains(name)) {
            return Optional.of(new Source.Baseline(name));
        }
        faults.add(where + ": there is no baseline '" + name + "'; there are: " + String.join(", ", Source.Baseline.NAMES));
        return Optional.empty();
    }

    private void checkBases(String model, Map<String, Variant> variants) {
        variants.values().forEach(variant -> variant.base().filter(base -> !variants.containsKey(base)).ifPresent(base -> faults
                .add(model + ":" + variant.name() + ": base '" + base + "' is none of this model's variants: "
                        + String.join(", ", variants.keySet()))));
    }

    private void checkNamesAreUnique(List<ListedModel> models) {
        Map<String, String> owners = new HashMap<>();
        for (ListedModel model : models) {
            Set<String> names = new HashSet<>(model.aliases());
            names.add(model.name());
            for (String name : names) {
                String owner = owners.putIfAbsent(name, model.name());
                if (owner != null) {
                    faults.add("the name '" + name + "' belongs to two models: " + owner + " and " + model.name());
                }
            }
        }
    }
}
