package pruefstand.engine;

import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;

/** A model that holds nothing, and is called what {@link FakeEngine} is called. */
interface BareEngine extends Engine {

    @Override
    default Artifact artifact() {
        return FakeEngine.unable().artifact();
    }

    @Override
    default EngineDescription description() {
        return FakeEngine.unable().description();
    }

    @Override
    default void close() {
        // holds nothing
    }
}
