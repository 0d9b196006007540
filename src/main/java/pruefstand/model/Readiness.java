package pruefstand.model;

import java.nio.file.Files;
import pruefstand.text.Message;

/** Whether a variant can run on this machine now. */
public sealed interface Readiness {

    /** It can. */
    record Ready() implements Readiness {
    }

    /**
     * It can once its file has been fetched.
     *
     * @param how what to do
     */
    record Pullable(Message how) implements Readiness {
    }

    /**
     * It cannot.
     *
     * @param why what is missing or not supported
     */
    record NotRunnable(Message why) implements Readiness {
    }

    /** Looks at what lies on this machine. */
    static Readiness of(Variant variant) {
        return switch (variant.source()) {
            case Source.LocalFile file when Files.isRegularFile(file.path()) -> new Ready();
            case Source.LocalFile file -> new NotRunnable(Message.of("model.file.missing", file.path().toString()));
            case Source.WordVectors(var path) when Files.isRegularFile(path) -> new Ready();
            case Source.WordVectors(var path) -> new NotRunnable(Message.of("model.file.missing", path.toString()));
            case Source.Baseline _ -> new Ready();
            case Source.HubFile hub -> new Pullable(Message.of("model.hub.not-here", hub.repository(), hub.file()));
            case Source.Server server -> new NotRunnable(Message.of("model.server.unsupported", server.base().toString()));
            case Source.OnnxFolder(var folder) when !OnnxFiles.graphs(folder).isEmpty() -> new Ready();
            case Source.OnnxFolder(var folder) -> new NotRunnable(Message.of("model.onnx.no-model", folder.toString()));
        };
    }
}
