package pruefstand.engine.server;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import pruefstand.model.Artifact;

/** Artifacts made of what each kind of server tells; what it does not tell is empty. Sources of the shapes: docs/servers.md. */
final class ModelFacts {

    private static final Pattern FOLDERS = Pattern.compile("[/~.].*|[A-Za-z]:.*|.*\\\\.*|.*\\.gguf");
    private static final double BITS = 8;

    private ModelFacts() {
    }

    /** Nothing but the name. */
    static Artifact named(String id) {
        return ofContext(id, OptionalInt.empty());
    }

    /** Nothing but name and context. */
    static Artifact ofContext(String id, OptionalInt context) {
        return new Artifact(file(id), Optional.empty(), OptionalLong.empty(), "server", Optional.empty(), OptionalLong.empty(),
                OptionalLong.empty(), OptionalInt.empty(), OptionalInt.empty(), context, Optional.empty(), OptionalDouble.empty(),
                OptionalInt.empty());
    }

    /** An entry of llama-server's list of models. */
    static Artifact ofLlamaServer(String id, Answer meta) {
        OptionalLong parameters = meta.at("n_params").count();
        OptionalLong bytes = meta.at("size").count();
        boolean isKnown = parameters.isPresent() && bytes.isPresent() && parameters.getAsLong() > 0;
        return new Artifact(file(id), Optional.empty(), bytes, "server", Optional.empty(), parameters, OptionalLong.empty(),
                OptionalInt.empty(), meta.at("n_embd").size(), meta.at("n_ctx_train").size(), Optional.empty(),
                isKnown ? OptionalDouble.of(BITS * bytes.getAsLong() / parameters.getAsLong()) : OptionalDouble.empty(),
                meta.at("n_vocab").size());
    }

    /** Ollama's answer to {@code /api/show}; the keys of {@code model_info} are those of the GGUF file. */
    static Artifact ofOllama(String id, Answer shown, OptionalLong bytes) {
        Answer info = shown.at("model_info");
        Optional<String> architecture = info.at("general.architecture").words();
        String prefix = architecture.orElse("") + ".";
        return new Artifact(file(id), Optional.empty(), bytes, "server", architecture.map(Quote::of), info.at("general.parameter_count").count(),
                OptionalLong.empty(), info.at(prefix + "block_count").size(), info.at(prefix + "embedding_length").size(),
                info.at(prefix + "context_length").size(),
                shown.at("details").at("quantization_level").words().map(name -> Quote.of(name.toUpperCase(Locale.ROOT))),
                OptionalDouble.empty(), info.at(prefix + "vocab_size").size());
    }

    /** A server that was given a path has it for a name; where it lies on that machine is nobody's business. */
    private static String file(String id) {
        return Quote.of(FOLDERS.matcher(id).matches() ? id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf('\\')) + 1) : id);
    }
}
