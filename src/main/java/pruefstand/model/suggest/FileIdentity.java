package pruefstand.model.suggest;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pruefstand.model.Artifact;
import pruefstand.model.gguf.GgufArtifact;
import pruefstand.model.gguf.GgufHeader;
import pruefstand.model.store.FoundFile;
import pruefstand.text.Refusal;

/**
 * What a model file says that it is. Metadata come first: files are renamed, and stores call them by their hash.
 *
 * @param file where it lies
 * @param title its name as its metadata write it, or the file's own
 * @param name the parts of the name
 * @param labelledSize what the size label or the tensors say, which counts embeddings that a name rounds away
 * @param quantization such as {@code Q4_K_M}
 * @param isEncoder whether it makes vectors and writes no text
 */
record FileIdentity(FoundFile file, String title, ModelName name, OptionalDouble labelledSize, Optional<String> quantization,
        boolean isEncoder) {

    private static final Set<String> NO_MODELS = Set.of("adapter", "mmproj", "imatrix", "vocab");
    private static final Set<String> NO_NAMES = Set.of("model", "models", "ggml-model", "llama v2", "llama", "hf", "gguf", "snapshots");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{16,}");
    private static final long LEAST_PARAMETERS = 1_000_000;

    /** What a file says; empty where it is no model of its own, cannot be read, or says nothing. */
    static Optional<FileIdentity> of(FoundFile file) {
        try {
            GgufHeader header = GgufHeader.read(file.path());
            boolean isPart = header.whole("split.no").orElse(0) > 0;
            boolean isOther = header.text("general.type").filter(NO_MODELS::contains).isPresent()
                    || header.architecture().filter("clip"::equals).isPresent();
            return isPart || isOther ? Optional.empty() : Optional.of(of(file, header)).filter(found -> found.name.isTelling());
        } catch (Refusal _) {
            return Optional.empty(); // what is broken cannot be suggested
        }
    }

    private static FileIdentity of(FoundFile file, GgufHeader header) {
        Artifact artifact = GgufArtifact.of(file.path(), header);
        Optional<String> named = header.text("general.name").filter(FileIdentity::isName)
                .or(() -> header.text("general.basename").filter(FileIdentity::isName));
        String title = named.orElse(file.name());
        ModelName name = completed(ModelName.of(title), header, ModelName.of(file.name()));
        boolean isEncoder = header.architecture().filter(kind -> kind.contains("bert") || kind.contains("embed")).isPresent()
                || header.ownWhole("pooling_type").orElse(0) > 0;
        return new FileIdentity(file, title, name, labelled(header, artifact), artifact.quantization(), isEncoder);
    }

    private static boolean isName(String text) {
        return !text.isBlank() && !NO_NAMES.contains(text.strip().toLowerCase(Locale.ROOT)) && !HASH.matcher(text).matches();
    }

    /** What the name leaves out, other keys say; and of a tuning that no key tells, the file's name if it names the same model. */
    private static ModelName completed(ModelName name, GgufHeader header, ModelName called) {
        ModelName tuned = ModelName.of(header.text("general.finetune").orElse(""));
        ModelName labelled = ModelName.of(header.text("general.size_label").orElse(""));
        Set<String> dates = new TreeSet<>(name.dates());
        dates.addAll(ModelName.of(header.text("general.version").orElse("")).dates());
        dates.addAll(tuned.dates());
        boolean sameModel = called.joined().equals(name.joined());
        Optional<String> tuning = name.tuning().or(tuned::tuning).or(() -> sameModel ? called.tuning() : Optional.empty());
        Stream<String> further = Stream.concat(tuned.words().stream().filter(word -> !name.words().contains(word)),
                isOtherModel(name, called) ? called.words().stream().filter(word -> !name.words().contains(word)) : Stream.empty());
        return new ModelName(Stream.concat(name.words().stream(), further).toList(), name.size(),
                name.active().isPresent() ? name.active() : labelled.active(), tuning, dates);
    }

    /** A file's name that holds all words of the name and more: a model made from the one whose name it still bears. */
    private static boolean isOtherModel(ModelName name, ModelName called) {
        return called.words().containsAll(name.words()) && called.words().stream()
                .anyMatch(word -> word.length() > 3 && Character.isLetter(word.charAt(0)) && !name.words().contains(word));
    }

    private static OptionalDouble labelled(GgufHeader header, Artifact artifact) {
        ModelName label = ModelName.of(header.text("general.size_label").orElse(""));
        long parameters = artifact.parameters().orElse(0);
        return label.size().isPresent() ? label.size()
                : parameters >= LEAST_PARAMETERS ? OptionalDouble.of(parameters) : OptionalDouble.empty();
    }

    Path path() {
        return file.path();
    }

    /** Files of the same model differ in this in nothing. */
    Object model() {
        return List.of(name.words(), name.size(), name.active(), name.tuning(), name.dates());
    }
}
