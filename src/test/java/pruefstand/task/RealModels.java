package pruefstand.task;

import java.nio.file.Path;
import java.util.Optional;
import pruefstand.engine.ComputeOptions;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.llamacpp.LlamaCpp;
import pruefstand.engine.llamacpp.NativeLibrary;

/** Opens models that lie beside the checkout, to be computed exactly and with one thread. */
public final class RealModels {

    private RealModels() {
    }

    public static Engine open(String file) {
        Path home = Path.of(System.getProperty("pruefstand.home"));
        return LlamaCpp.load(NativeLibrary.find(Optional.empty(), home), _ -> { })
                .open(Shared.file("models/" + file), EngineSettings.withThreads(1).with(ComputeOptions.EXACT));
    }
}
