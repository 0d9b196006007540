package pruefstand.model;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pruefstand.json.JsonException;
import pruefstand.json.Yaml;
import pruefstand.model.RegistryFile.ModelEntry;
import pruefstand.model.RegistryFile.VariantEntry;
import pruefstand.text.Refusal;

/**
 * Which listed names can run here, and how: the content of {@code eval/models.yaml}.
 *
 * @param models in the file's order
 */
public record Registry(List<ListedModel> models) {

    public static final Registry EMPTY = new Registry(List.of());

    public Registry {
        models = List.copyOf(models);
    }

    /**
     * Reads a registry file; paths in it are relative to it.
     *
     * @throws Refusal naming every fault found
     */
    public static Registry read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Refusal.missing("model.registry.missing", file.toString());
        }
        return new Reader(file).registry();
    }

    /** The model that goes by a name or alias. */
    public Optional<ListedModel> find(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst()
                .or(() -> models.stream().filter(model -> model.aliases().contains(name)).findFirst());
    }

    /** This registry, and of another those models that are asked for and that this one does not know. */
    public Registry withFallback(Registry other, Set<String> names) {
        List<ListedModel> all = new ArrayList<>(models);
        names.stream().sorted().filter(name -> find(name).isEmpty()).map(other::find).flatMap(Optional::stream).distinct()
                .forEach(all::add);
        return new Registry(all);
    }

    /** Gives meaning to one file and collects what is wrong with it. */
    private static final class Reader {

        private final Path file;
        private final Path folder;
        private final List<String> faults = new ArrayList<>();

        Reader(Path file) {
            this.file = file;
            this.folder = file.toAbsolutePath().normalize().getParent();
        }

        Registry registry() {
            List<ListedModel> models = parse().models().stream().map(this::model).toList();
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
            } catch (UncheckedIOException e) {
                throw Refusal.input("model.registry.unreadable", file + ": " + e.getCause().getMessage()).because(e);
            }
        }

        private ListedModel model(ModelEntry entry) {
            if (entry.name() == null || entry.name().isBlank()) {
                faults.add("a model without a name; every entry of models needs name:");
            }
            if (entry.kind().isEmpty()) {
                faults.add(entry.name() + ": no kind; expected one of decoder, encoder, reranker, masked, image, video, speech, ocr");
            }
            Map<String, Variant> variants = new LinkedHashMap<>();
            for (VariantEntry variant : entry.variants()) {
                String where = entry.name() + ":" + variant.name();
                source(variant, where).ifPresent(source -> {
                    if (variants.put(variant.name(), new Variant(variant.name(), source, variant.base())) != null) {
                        faults.add(where + ": a variant of this name stands there twice");
                    }
                });
            }
            checkBases(entry.name(), variants);
            return new ListedModel(String.valueOf(entry.name()), entry.aliases(), entry.kind().orElse(ModelKind.DECODER),
                    entry.family(), entry.license(), entry.trainingData(), entry.prompts().orElse(Prompts.NONE), entry.pooling(),
                    entry.notRunnable(), List.copyOf(variants.values()));
        }

        private Optional<Source> source(VariantEntry variant, String where) {
            List<Source> sources = new ArrayList<>();
            variant.hub().ifPresent(hub -> sources.add(new Source.HubFile(hub, variant.revision().orElse("main"),
                    variant.file().orElse(""), variant.sha256())));
            if (variant.hub().isEmpty()) {
                variant.file().ifPresent(path -> sources.add(new Source.LocalFile(folder.resolve(path).normalize())));
            }
            variant.server().ifPresent(base -> sources.add(
                    new Source.Server(URI.create(base), variant.model().orElse(""), variant.apiKeyEnv())));
            variant.folder().ifPresent(path -> sources.add(new Source.OnnxFolder(folder.resolve(path).normalize())));
            variant.baseline().ifPresent(name -> sources.add(new Source.Baseline(name)));
            if (variant.name() == null || variant.name().isBlank()) {
                faults.add(where + ": a variant needs name:");
                return Optional.empty();
            }
            if (sources.size() != 1) {
                faults.add(where + ": expected exactly one of hub (with file), file, server, folder, baseline; found "
                        + sources.size());
                return Optional.empty();
            }
            return Optional.of(sources.getFirst());
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
}
