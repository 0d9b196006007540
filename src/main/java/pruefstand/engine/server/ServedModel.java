package pruefstand.engine.server;

import java.util.Optional;
import java.util.OptionalInt;
import pruefstand.model.Artifact;

/**
 * What a server tells about itself and a model. Equal facts mean the same measurement, so an address is none of them.
 *
 * @param dialect what kind of server it is
 * @param version its own version, {@code unknown} where it does not tell
 * @param id the model's name there, as requests give it
 * @param artifact what it tells about the model
 * @param context tokens that prompt and answer may have together there
 * @param revision hash of the model, as the server knows it: Ollama's digest, the commit of a hub
 */
record ServedModel(Dialect dialect, String version, String id, Artifact artifact, OptionalInt context, Optional<String> revision) {

    static final String UNKNOWN = "unknown";
}
