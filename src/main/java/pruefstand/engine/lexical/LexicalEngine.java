package pruefstand.engine.lexical;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import pruefstand.engine.Encoder;
import pruefstand.engine.Engine;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;
import pruefstand.text.Refusal;

/** A baseline that needs no weights. */
public final class LexicalEngine implements Engine {

    /** Raised whenever a change could change a vector. */
    public static final String VERSION = "1";

    private final String name;
    private final Encoder encoder;

    private LexicalEngine(String name, Encoder encoder) {
        this.name = name;
        this.encoder = encoder;
    }

    /**
     * Opens a baseline.
     *
     * @param name {@code trigram-hash}
     * @throws Refusal if there is none of that name
     */
    public static Engine open(String name) {
        return switch (name) {
            case "trigram-hash" -> new LexicalEngine(name, new TrigramHash());
            default -> throw Refusal.input("engine.lexical.unknown", name);
        };
    }

    @Override
    public Artifact artifact() {
        return new Artifact(name, Optional.empty(), OptionalLong.empty(), "baseline", Optional.of(name), OptionalLong.of(0),
                OptionalLong.of(0), OptionalInt.empty(), OptionalInt.of(encoder.dimension()), OptionalInt.empty(),
                Optional.empty(), OptionalDouble.empty(), OptionalInt.empty());
    }

    @Override
    public EngineDescription description() {
        return new EngineDescription("lexical", VERSION, "JVM", 1, Map.of());
    }

    @Override
    public Optional<Encoder> encoder() {
        return Optional.of(encoder);
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
