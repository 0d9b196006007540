package pruefstand.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pruefstand.model.Artifact;
import pruefstand.model.ListedModel;
import pruefstand.model.Source;
import pruefstand.model.Variant;

/** What is known about a model and its files without measuring. */
record ModelFacts(Words words, SiteModel model) {

    List<ModelView.Fact> ofModel() {
        List<ModelView.Fact> facts = new ArrayList<>();
        model.listed().ifPresent(listed -> facts.add(fact("fact.kind", words.name(listed.kind()))));
        model.family().ifPresent(family -> facts.add(fact("fact.family", family)));
        model.listed().flatMap(ListedModel::license).ifPresent(license -> facts.add(fact("fact.license", license)));
        model.variants().stream().flatMap(variant -> model.artifact(variant).stream()).findFirst()
                .ifPresent(file -> parameters(file, facts));
        model.listed().map(ListedModel::aliases).filter(aliases -> !aliases.isEmpty())
                .ifPresent(aliases -> facts.add(fact("fact.aliases", String.join(" \u00b7 ", aliases))));
        return List.copyOf(facts);
    }

    private void parameters(Artifact file, List<ModelView.Fact> facts) {
        file.parameters().ifPresent(count -> facts.add(fact("fact.parameters", words.formats().count(count))));
        file.activeParameters().ifPresent(active -> {
            if (active != file.parameters().orElse(active)) {
                facts.add(fact("fact.active_parameters", words.formats().count(active)));
            }
        });
    }

    List<ModelView.Fact> ofVariant(String variant) {
        return model.artifact(variant).map(this::ofFile).orElse(List.of());
    }

    private List<ModelView.Fact> ofFile(Artifact file) {
        List<ModelView.Fact> facts = new ArrayList<>();
        facts.add(fact("fact.file", file.file()));
        file.bytes().ifPresent(bytes -> facts.add(fact("fact.size", words.formats().bytes(bytes))));
        file.quantization().ifPresent(type -> facts.add(fact("fact.quantization", type)));
        file.bitsPerWeight().ifPresent(bits -> facts.add(fact("fact.bits_per_weight", words.formats().number(bits, 3))));
        file.parameters().ifPresent(count -> facts.add(fact("fact.parameters", words.formats().integer(count))));
        file.contextLength().ifPresent(length -> facts.add(fact("fact.context", words.formats().integer(length))));
        file.vocabulary().ifPresent(size -> facts.add(fact("fact.vocabulary", words.formats().integer(size))));
        file.embeddingDimension().ifPresent(width -> facts.add(fact("fact.dimension", words.formats().integer(width))));
        file.architecture().ifPresent(architecture -> facts.add(fact("fact.architecture", architecture)));
        return List.copyOf(facts);
    }

    /** Where the weights come from, without any path of this machine. */
    String source(Variant variant) {
        return switch (variant.source()) {
            case Source.LocalFile file -> Optional.ofNullable(file.path().getFileName()).map(Object::toString).orElse("");
            case Source.OnnxFolder folder -> Optional.ofNullable(folder.path().getFileName()).map(Object::toString).orElse("");
            case Source.HubFile hub -> words.say("source.hub", hub.repository(), hub.file(), hub.revision());
            case Source.Server server -> words.say("source.server", server.model());
            case Source.Baseline baseline -> words.say("source.baseline", baseline.name());
        };
    }

    private ModelView.Fact fact(String key, String value) {
        return new ModelView.Fact(words.say(key), value);
    }
}
