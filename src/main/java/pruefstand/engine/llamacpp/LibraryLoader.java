package pruefstand.engine.llamacpp;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import pruefstand.text.Refusal;

/** Brings llama.cpp into the process. A library once loaded stays: unloading one that has threads is not safe. */
final class LibraryLoader {

    private LibraryLoader() {
    }

    /**
     * Loads the library, checks its version and its structs, and lets it choose its backends. Loading the same one again gives
     * the same, with the log going to the newest sink.
     *
     * @throws Refusal if a part is missing or the version is unknown
     */
    static synchronized Library load(NativeLibrary location, Consumer<LogLine> sink) {
        // The order matters: each needs the ones before it.
        SymbolLookup base = open(location, "ggml-base");
        SymbolLookup ggml = open(location, "ggml");
        SymbolLookup lookup = open(location, "llama").or(ggml).or(base);
        String version = version(lookup);
        Params params = new Params(Layouts.of(version), lookup);
        params.check();
        Functions functions = new Functions(lookup);
        BackendNames backends = new BackendNames();
        NativeLog log = new NativeLog(backends.listeningBefore(sink));
        NativeFunction.find(lookup, "llama_log_set", Optional.empty(), ADDRESS, ADDRESS).run(log.callback(), MemorySegment.NULL);
        loadBackends(functions, location.folder());
        return new Library(functions, params, log, version, backends.names(functions));
    }

    private static SymbolLookup open(NativeLibrary location, String name) {
        Path file = location.file(name).orElseThrow(() -> Refusal.missing("engine.llamacpp.part", name, location.folder()));
        try {
            return SymbolLookup.libraryLookup(file, Arena.global());
        } catch (IllegalArgumentException e) {
            throw Refusal.missing("engine.llamacpp.unloadable", file, String.valueOf(e.getMessage())).because(e);
        }
    }

    private static String version(SymbolLookup lookup) {
        return NativeFunction.find(lookup, "llama_version", Optional.of(ADDRESS)).addressOf().reinterpret(Long.MAX_VALUE)
                .getString(0);
    }

    // ggml's registry lives as long as the process and would hold each backend twice.
    private static void loadBackends(Functions functions, Path folder) {
        if (functions.ggml_backend_dev_count.longOf() == 0) {
            try (Arena arena = Arena.ofConfined()) {
                functions.ggml_backend_load_all_from_path.run(arena.allocateFrom(folder.toString()));
            }
            functions.llama_backend_init.run();
        }
        if (functions.ggml_backend_dev_count.longOf() == 0) {
            throw Refusal.missing("engine.llamacpp.backend", folder);
        }
    }
}
