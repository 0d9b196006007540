package pruefstand.model.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pruefstand.json.Json;
import pruefstand.json.JsonException;

/** What Ollama keeps of a model: a list of layers, of which one is the GGUF file (Ollama's package manifest). */
final class OllamaManifest {

    private static final String MODEL = "application/vnd.ollama.image.model";
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private OllamaManifest() {
    }

    /** The name of the blob that holds the weights; empty where the text is no manifest or names none. */
    static Optional<String> blob(String text) {
        try {
            Object layers = Json.read(text, "manifest", Map.class).get("layers");
            return layers instanceof List<?> list ? list.stream().map(OllamaManifest::digest).flatMap(Optional::stream).findFirst()
                    : Optional.empty();
        } catch (JsonException _) {
            return Optional.empty(); // another file among the manifests is none of our business
        }
    }

    private static Optional<String> digest(Object layer) {
        return layer instanceof Map<?, ?> keys && MODEL.equals(keys.get("mediaType")) && keys.get("digest") instanceof String digest
                && DIGEST.matcher(digest).matches() ? Optional.of(digest.replace(':', '-')) : Optional.empty();
    }
}
