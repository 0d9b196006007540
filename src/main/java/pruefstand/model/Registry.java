package pruefstand.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.text.Confusables;
import pruefstand.text.EditDistance;
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

    /**
     * The model that a name means, with the variants that it means: all, or the one behind the last colon.
     *
     * @param name {@code Name} or {@code Name:variant}
     */
    public Optional<ListedModel> select(String name) {
        int colon = name.lastIndexOf(':');
        return find(name).or(() -> colon < 0 ? Optional.empty() : find(name.substring(0, colon))
                .map(model -> model.withVariants(model.variants().stream()
                        .filter(variant -> variant.name().equals(name.substring(colon + 1))).toList()))
                .filter(model -> !model.variants().isEmpty()));
    }

    /** The name or alias that somebody may have meant who typed another: the same but for case, hyphens, and a slip in four letters. */
    public Optional<String> near(String typed) {
        String wanted = Confusables.fold(typed.replaceFirst(":[^:]*$", ""));
        Map<String, Integer> slips = new LinkedHashMap<>();
        models.stream().flatMap(model -> Stream.concat(Stream.of(model.name()), model.aliases().stream()))
                .forEach(name -> slips.put(name, EditDistance.between(wanted, Confusables.fold(name))));
        return slips.entrySet().stream().min(Map.Entry.comparingByValue()).filter(best -> best.getValue() <= wanted.length() / 4)
                .map(Map.Entry::getKey);
    }

    /** This registry, and of another those models that are asked for and that this one does not know. */
    public Registry withFallback(Registry other, Set<String> names) {
        List<ListedModel> all = new ArrayList<>(models);
        Set<String> known = models.stream().flatMap(model -> Stream.concat(Stream.of(model.name()), model.aliases().stream())).collect(Collectors.toSet());
        names.stream().sorted().filter(name -> !known.contains(name)).map(other::find).flatMap(Optional::stream).distinct()
                .forEach(all::add);
        return new Registry(all);
    }
}
