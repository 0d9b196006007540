package pruefstand.run;

import java.nio.file.Path;
import java.util.Optional;
import pruefstand.engine.EngineSettings;
import pruefstand.model.Source;

/**
 * Everything a worker needs to open a model.
 *
 * @param source what to open
 * @param settings how
 * @param home folder of the installed program
 * @param nativeLibrary folder of a llama.cpp of the user's own
 */
public record Opening(Source source, EngineSettings settings, Path home, Optional<Path> nativeLibrary) {

    Opening with(EngineSettings others) {
        return new Opening(source, others, home, nativeLibrary);
    }
}
