package pruefstand.site;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import pruefstand.model.Artifact;
import pruefstand.model.ListedModel;
import pruefstand.model.Source;
import pruefstand.model.Variant;

/** What is known about a model and its files without measuring: said once where all variants share it, else in a table. */
final class ModelFacts {

    private final Desk desk;
    private final Words words;
    private final SiteModel model;
    private final Map<String, Map<String, String>> byVariant = new LinkedHashMap<>();

    ModelFacts(Desk desk, SiteModel model) {
        this.desk = desk;
        this.words = desk.words();
        this.model = model;
        model.variants().forEach(variant -> byVariant.put(variant, ofVariant(variant)));
    }

    /** What holds for the whole model. */
    List<ModelView.Fact> ofModel() {
        Map<String, String> facts = new LinkedHashMap<>();
        model.listed().ifPresent(listed -> facts.put("fact.kind", words.name(listed.kind())));
        model.family().ifPresent(family -> facts.put("fact.family", family));
        model.listed().flatMap(ListedModel::license).ifPresent(license -> facts.put("fact.license", license));
        names().stream().filter(this::isShared).forEach(name -> facts.put(name, value(model.variants().getFirst(), name)));
        model.listed().map(ListedModel::aliases).filter(aliases -> !aliases.isEmpty())
                .ifPresent(aliases -> facts.put("fact.aliases", String.join(" \u00b7 ", aliases)));
        return facts.entrySet().stream().map(fact -> ModelView.Fact.of(desk, fact.getKey(), fact.getValue())).toList();
    }

    /** Heads of what differs between variants. */
    List<String> heads() {
        return differing().stream().map(words::say).toList();
    }

    /** What differs, variant by variant. */
    List<ModelView.VariantRow> rows() {
        return byVariant.keySet().stream().map(variant -> new ModelView.VariantRow(variant,
                differing().stream().map(name -> value(variant, name)).toList())).toList();
    }

    private List<String> differing() {
        return names().stream().filter(name -> !isShared(name)).toList();
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        byVariant.values().forEach(facts -> names.addAll(facts.keySet()));
        return names;
    }

    /** A file's own name and size belong to it even where it is the only one. */
    private boolean isShared(String name) {
        boolean own = Set.of("fact.file", "fact.size", "fact.quantization", "fact.bits_per_weight").contains(name);
        return !own && byVariant.values().stream().map(facts -> facts.get(name)).filter(Objects::nonNull).distinct().count() == 1
                && byVariant.values().stream().allMatch(facts -> facts.containsKey(name));
    }

    private String value(String variant, String name) {
        return byVariant.get(variant).getOrDefault(name, "\u2013");
    }

    private Map<String, String> ofVariant(String name) {
        Map<String, String> facts = new LinkedHashMap<>();
        Optional<Variant> listed = model.listed().stream().flatMap(in -> in.variants().stream())
                .filter(variant -> variant.name().equals(name)).findFirst();
        listed.ifPresent(variant -> source(variant.source(), facts));
        model.artifact(name).ifPresent(file -> file(file, facts));
        return facts;
    }

    /** Where the weights come from, without any path of this machine. */
    private void source(Source source, Map<String, String> facts) {
        switch (source) {
            case Source.LocalFile file -> facts.put("fact.file", String.valueOf(file.path().getFileName()));
            case Source.OnnxFolder folder -> facts.put("fact.file", String.valueOf(folder.path().getFileName()));
            case Source.WordVectors vectors -> facts.put("fact.file", String.valueOf(vectors.path().getFileName()));
            case Source.HubFile hub -> {
                facts.put("fact.file", hub.file());
                facts.put("fact.source", words.say("source.hub", hub.repository(), hub.revision()));
            }
            case Source.Server server -> facts.put("fact.source", words.say("source.server", server.model()));
            case Source.Baseline baseline -> facts.put("fact.source", words.say("source.baseline", baseline.name()));
        }
    }

    private void file(Artifact file, Map<String, String> facts) {
        if (!file.format().equals("baseline")) {
            facts.put("fact.file", file.file());
        }
        file.bytes().ifPresent(bytes -> facts.put("fact.size", words.formats().bytes(bytes)));
        file.quantization().ifPresent(type -> facts.put("fact.quantization", type));
        file.bitsPerWeight().ifPresent(bits -> facts.put("fact.bits_per_weight", words.formats().number(bits, 3)));
        file.parameters().ifPresent(count -> facts.put("fact.parameters", words.formats().count(count)));
        file.activeParameters().ifPresent(active -> {
            if (active != file.parameters().orElse(active)) {
                facts.put("fact.active_parameters", words.formats().count(active));
            }
        });
        file.contextLength().ifPresent(length -> facts.put("fact.context", tokens(length)));
        file.vocabulary().ifPresent(size -> facts.put("fact.vocabulary", tokens(size)));
        file.embeddingDimension().ifPresent(width -> facts.put("fact.dimension", words.formats().integer(width)));
        file.architecture().ifPresent(architecture -> facts.put("fact.architecture", architecture));
    }

    private String tokens(int count) {
        return words.say("fact.tokens", words.formats().integer(count));
    }
}
