package pruefstand.run;

import pruefstand.engine.Engine;
import pruefstand.engine.lexical.LexicalEngine;
import pruefstand.engine.llamacpp.LlamaCpp;
import pruefstand.engine.llamacpp.NativeLibrary;
import pruefstand.engine.onnx.OnnxEngine;
import pruefstand.model.Source;
import pruefstand.text.Refusal;

/** Chooses the adapter that runs a source. */
final class Engines {

    private Engines() {
    }

    static Engine open(Opening opening) {
        return switch (opening.source()) {
            case Source.LocalFile(var path) -> LlamaCpp
                    .load(NativeLibrary.find(opening.nativeLibrary(), opening.home()), line -> System.err.println(line.text()))
                    .open(path, opening.settings());
            case Source.Baseline(var name) -> LexicalEngine.open(name);
            case Source.HubFile hub -> throw Refusal.missing("model.hub.not-here", hub.repository(), hub.file());
            case Source.Server server -> throw Refusal.missing("model.server.unsupported", server.base().toString());
            case Source.OnnxFolder(var folder) -> OnnxEngine.open(folder, opening.settings());
        };
    }
}
