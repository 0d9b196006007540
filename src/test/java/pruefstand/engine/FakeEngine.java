package pruefstand.engine;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;

/** A model made of what a test gives it. */
public record FakeEngine(Artifact artifact, EngineDescription description, Optional<TokenScorer> scorer,
        Optional<Encoder> encoder, Optional<SpeedProbe> speed) implements Engine {

    private static final EngineDescription FAKE = new EngineDescription("fake", "1", "none", 1, Map.of("pooling", "mean"));

    /** A model that can do nothing. */
    public static FakeEngine unable() {
        return new FakeEngine(artifact(OptionalInt.empty()), FAKE, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static FakeEngine of(TokenScorer scorer) {
        return new FakeEngine(artifact(OptionalInt.of(scorer.contextLength())), FAKE, Optional.of(scorer), Optional.empty(),
                Optional.empty());
    }

    public static FakeEngine of(Encoder encoder) {
        return new FakeEngine(artifact(OptionalInt.empty()), FAKE, Optional.empty(), Optional.of(encoder), Optional.empty());
    }

    public static FakeEngine of(SpeedProbe probe) {
        return new FakeEngine(artifact(OptionalInt.of(probe.contextLength())), FAKE, Optional.empty(), Optional.empty(),
                Optional.of(probe));
    }

    private static Artifact artifact(OptionalInt contextLength) {
        return new Artifact("fake.gguf", Optional.empty(), OptionalLong.empty(), "gguf", Optional.empty(), OptionalLong.empty(),
                OptionalLong.empty(), OptionalInt.empty(), OptionalInt.empty(), contextLength, Optional.empty(),
                OptionalDouble.empty(), OptionalInt.empty());
    }

    @Override
    public void close() {
        // holds nothing
    }
}
