package pruefstand.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        return new RegistryReader(file).registry();
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
}
