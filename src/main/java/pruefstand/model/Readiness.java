package pruefstand.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

    /** Looks at what lies on this machine: of a hub's file, only at the place that was found for it; whether a server answers, only asking it tells. */
    static Readiness of(Variant variant) {
        Optional<Path> missing = variant.adapter().map(Adapter::file).filter(file -> !Files.isRegularFile(file));
        return missing.isPresent() ? new NotRunnable(Message.of("model.file.missing", missing.get().toString())) : ofWeights(variant);
    }

    private static Readiness ofWeights(Variant variant) {
        return switch (variant.source()) {
            case Source.LocalFile(var path) when WeightFormat.of(path.toString()) == WeightFormat.PICKLE ->
                new NotRunnable(Message.of("model.format.pickle", path.toString()));
            case Source.LocalFile file when Files.isRegularFile(file.path()) -> new Ready();
            case Source.LocalFile file -> new NotRunnable(Message.of("model.file.missing", file.path().toString()));
            case Source.WordVectors(var path) when Files.isRegularFile(path) -> new Ready();
            case Source.WordVectors(var path) -> new NotRunnable(Message.of("model.file.missing", path.toString()));
            case Source.Baseline _ -> new Ready();
            case Source.HubFile hub -> of(hub);
            case Source.Server(var base, _, Optional<String> key) when key.filter(name -> System.getenv(name) == null).isPresent() ->
                new NotRunnable(Message.of("model.server.key", base.toString(), key.get()));
            case Source.Server _ -> new Ready();
            case Source.OnnxFolder(var folder) when !OnnxFiles.graphs(folder).isEmpty() -> new Ready();
            case Source.OnnxFolder(var folder) -> new NotRunnable(Message.of("model.onnx.no-model", folder.toString()));
        };
    }

    private static Readiness of(Source.HubFile hub) {
        return WeightFormat.of(hub.file()).refusal(hub.file()).<Readiness>map(NotRunnable::new)
                .orElseGet(() -> hub.place().<Readiness>map(_ -> new Ready())
                        .orElseGet(() -> new Pullable(Message.of("model.hub.not-here", hub.repository(), hub.file()))));
    }
}
