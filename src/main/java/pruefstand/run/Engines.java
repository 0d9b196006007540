package pruefstand.run;

import java.nio.file.Path;
import java.util.Optional;
import pruefstand.engine.Engine;
import pruefstand.engine.lexical.LexicalEngine;
import pruefstand.engine.llamacpp.LlamaCpp;
import pruefstand.engine.llamacpp.LogLine;
import pruefstand.engine.llamacpp.NativeLibrary;
import pruefstand.engine.onnx.OnnxEngine;
import pruefstand.engine.server.ServerEngine;
import pruefstand.model.FileHashes;
import pruefstand.model.Source;
import pruefstand.text.Refusal;

/** Chooses the adapter that runs a source. llama.cpp is loaded once, and a process has only one of its versions. */
final class Engines {

    private final FileHashes hashes;
    private Optional<Loaded> loaded = Optional.empty();

    Engines(FileHashes hashes) {
        this.hashes = hashes;
    }

    Engine open(Opening opening) {
        return switch (opening.source()) {
            case Source.LocalFile(var path) -> llama(opening).open(path, opening.settings());
            case Source.Baseline(var name) -> LexicalEngine.open(name);
            case Source.WordVectors(var path) -> LexicalEngine.open(path, opening.settings());
            case Source.HubFile hub -> llama(opening).open(checked(hub), opening.settings());
            case Source.Server server -> ServerEngine.open(server, opening.settings());
            case Source.OnnxFolder(var folder) -> OnnxEngine.open(folder, opening.settings());
        };
    }

    /** A file that somebody else has put there must be the one that the registry means. */
    private Path checked(Source.HubFile hub) {
        Path place = hub.place().orElseThrow(() -> Refusal.missing("model.hub.not-here", hub.repository(), hub.file()));
        hub.sha256().filter(wanted -> !wanted.equals(hashes.sha256(place))).ifPresent(wanted -> {
            throw Refusal.input("model.hub.not-the-one", place.toString(), hub.file(), hub.repository(), wanted);
        });
        return place;
    }

    private LlamaCpp llama(Opening opening) {
        NativeLibrary library = NativeLibrary.find(opening.nativeLibrary(), opening.home());
        if (loaded.isEmpty()) {
            loaded = Optional.of(new Loaded(library, LlamaCpp.load(library, Engines::log)));
        }
        if (!loaded.get().library().equals(library)) {
            throw new IllegalStateException("this process has loaded " + loaded.get().library() + ", not " + library);
        }
        return loaded.get().llama();
    }

    private record Loaded(NativeLibrary library, LlamaCpp llama) {
    }

    /** Without what llama.cpp tells its own developers, which would push the reason of a failure out of the last lines. */
    private static void log(LogLine line) {
        if (line.level() != LogLine.Level.DEBUG) {
            System.err.println(line.text());
        }
    }
}
