package pruefstand.run;

import java.util.HashMap;
import java.util.Map;
import pruefstand.engine.Engine;
import pruefstand.engine.lexical.LexicalEngine;
import pruefstand.engine.llamacpp.LlamaCpp;
import pruefstand.engine.llamacpp.LogLine;
import pruefstand.engine.llamacpp.NativeLibrary;
import pruefstand.engine.onnx.OnnxEngine;
import pruefstand.model.Source;
import pruefstand.text.Refusal;

/** Chooses the adapter that runs a source; libraries are loaded once. */
final class Engines {

    private final Map<NativeLibrary, LlamaCpp> loaded = new HashMap<>();

    Engine open(Opening opening) {
        return switch (opening.source()) {
            case Source.LocalFile(var path) -> llama(opening).open(path, opening.settings());
            case Source.Baseline(var name) -> LexicalEngine.open(name);
            case Source.WordVectors(var path) -> LexicalEngine.open(path, opening.settings());
            case Source.HubFile hub -> throw Refusal.missing("model.hub.not-here", hub.repository(), hub.file());
            case Source.Server server -> throw Refusal.missing("model.server.unsupported", server.base().toString());
            case Source.OnnxFolder(var folder) -> OnnxEngine.open(folder, opening.settings());
        };
    }

    private LlamaCpp llama(Opening opening) {
        return loaded.computeIfAbsent(NativeLibrary.find(opening.nativeLibrary(), opening.home()),
                library -> LlamaCpp.load(library, Engines::log));
    }

    /** Without what llama.cpp tells its own developers, which would push the reason of a failure out of the last lines. */
    private static void log(LogLine line) {
        if (line.level() != LogLine.Level.DEBUG) {
            System.err.println(line.text());
        }
    }
}
