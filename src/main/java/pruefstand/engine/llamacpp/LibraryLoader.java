package pruefstand.engine.llamacpp;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import pruefstand.text.Refusal;

/**
 * Brings llama.cpp into the process. A library once loaded stays: unloading one that has threads is not safe. So a process has one
 * llama.cpp: parts of a second one would be bound to the first one's parts of the same names.
 */
final class LibraryLoader {

    private static final String VERSION = "llama_version";

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
        String version = version(lookup, location);
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

    /** What the library itself says; before 0.5.0 it said nothing, but its file carried the number of the build. */
    private static String version(SymbolLookup lookup, NativeLibrary location) {
        if (lookup.find(VERSION).isPresent()) {
            return NativeFunction.find(lookup, VERSION, Optional.of(ADDRESS)).addressOf().reinterpret(Long.MAX_VALUE).getString(0);
        }
        return location.version().orElseThrow(() -> Refusal.missing("engine.llamacpp.no-version", location.folder()));
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
