package pruefstand.run;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pruefstand.model.Adapter;
import pruefstand.model.ListedModel;
import pruefstand.model.OnnxFiles;
import pruefstand.model.Pooling;
import pruefstand.model.Readiness;
import pruefstand.model.Registry;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.model.WeightFormat;
import pruefstand.text.HttpAddress;
import pruefstand.text.Refusal;

/**
 * What {@code --model} names: a file, a folder, a name of the registry with or without its variant, or a server.
 *
 * @param source what to open
 * @param pooling how the registry says that its vectors are pooled
 * @param adapter what the registry adds to its weights
 */
public record ModelReference(Source source, Optional<Pooling> pooling, Optional<Adapter> adapter) {

    /** A model whose weights are those of its source alone. */
    public ModelReference(Source source, Optional<Pooling> pooling) {
        this(source, pooling, Optional.empty());
    }


    /**
     * Finds what is meant.
     *
     * @param text as it was typed
     * @param folder that relative paths start from
     * @throws Refusal if it is not there, cannot run here, or nobody knows the name
     */
    public static ModelReference of(String text, Path folder, Registry registry) {
        if (text.isBlank()) {
            throw Refusal.input("run.model.empty");
        }
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return new ModelReference(server(text), Optional.empty());
        }
        Path path = path(text, folder);
        if (WeightFormat.of(text) == WeightFormat.PICKLE && Files.isRegularFile(path)) {
            throw Refusal.input("model.format.pickle", text);
        }
        if (Files.isRegularFile(path) && !OnnxFiles.isGraph(text)) {
            return new ModelReference(new Source.LocalFile(path.toAbsolutePath().normalize()), Optional.empty());
        }
        if (!OnnxFiles.graphs(path).isEmpty()) {
            return new ModelReference(new Source.OnnxFolder(path.toAbsolutePath().normalize()), Optional.empty());
        }
        if (Files.isDirectory(path) && registry.find(text).isEmpty()) {
            throw Refusal.missing("run.model.folder", text);
        }
        return listed(text, registry);
    }

    /** The name of the model stands after {@code #}; a key has no place in an address that shells and logs remember. */
    private static Source server(String text) {
        URI address = HttpAddress.of(text).filter(uri -> uri.getRawUserInfo() == null)
                .orElseThrow(() -> Refusal.input("run.model.address", text.replaceFirst("//[^/]*@", "//…@")));
        int fragment = text.indexOf('#');
        return new Source.Server(fragment < 0 ? address : URI.create(text.strip().substring(0, fragment)),
                Optional.ofNullable(address.getFragment()).orElse(""), Optional.empty());
    }

    private static Path path(String text, Path folder) {
        try {
            return folder.resolve(text);
        } catch (InvalidPathException e) {
            throw Refusal.input("run.model.no-path", text, e.getReason()).because(e);
        }
    }

    private static ModelReference listed(String text, Registry registry) {
        Optional<ListedModel> whole = registry.find(text);
        int colon = text.lastIndexOf(':');
        if (whole.isPresent()) {
            return firstReady(whole.get(), whole.get().variants());
        }
        Optional<ListedModel> model = colon < 0 ? Optional.empty() : registry.find(text.substring(0, colon));
        if (model.isPresent()) {
            List<Variant> variants = model.get().variants().stream()
                    .filter(variant -> variant.name().equals(text.substring(colon + 1))).toList();
            return firstReady(model.get(), variants);
        }
        if (text.endsWith(".gguf") || text.contains("/")) {
            throw Refusal.missing("run.model.no-file", text);
        }
        throw unknown(text, registry);
    }

    /** Nobody goes by that name; but perhaps by one like it. */
    public static Refusal unknown(String text, Registry registry) {
        return registry.near(text).map(near -> Refusal.input("run.model.near", text, near, names(registry)))
                .orElseGet(() -> Refusal.input("run.model.unknown", text, names(registry)));
    }

    private static ModelReference firstReady(ListedModel model, List<Variant> variants) {
        if (variants.isEmpty()) {
            throw Refusal.input("run.model.no-variant", model.name(),
                    model.variants().stream().map(Variant::name).collect(Collectors.joining(", ")));
        }
        for (Variant variant : variants) {
            if (Readiness.of(variant) instanceof Readiness.Ready) {
                return new ModelReference(variant.source(), model.pooling(), variant.adapter());
            }
        }
        throw switch (Readiness.of(variants.getFirst())) {
            case Readiness.NotRunnable(var why) -> Refusal.missing(why.key(), why.arguments().toArray());
            case Readiness.Pullable(var how) -> Refusal.missing(how.key(), how.arguments().toArray());
            case Readiness.Ready() -> new IllegalStateException("a ready variant was passed over");
        };
    }

    private static String names(Registry registry) {
        return registry.models().stream().filter(model -> !model.variants().isEmpty()).map(ListedModel::name).sorted()
                .collect(Collectors.joining(", "));
    }
}
