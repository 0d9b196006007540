package pruefstand.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pruefstand.engine.ComputeOptions;
import pruefstand.engine.lexical.LexicalEngine;
import pruefstand.engine.llamacpp.NativeLibrary;
import pruefstand.engine.onnx.OnnxEngine;
import pruefstand.engine.server.ServerEngine;
import pruefstand.json.Json;
import pruefstand.model.Adapter;
import pruefstand.model.FileHashes;
import pruefstand.model.ListedModel;
import pruefstand.model.Pooling;
import pruefstand.model.Prompts;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.model.onnx.OnnxExport;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;
import pruefstand.text.Refusal;
import pruefstand.text.Sha256;

/** Tells whether a cell would measure the same thing again: a hash of everything that can change its numbers. */
final class CellKeys {

    private final FileHashes hashes;
    private final String machine;
    private final Supplier<NativeLibrary> library;
    private final Map<NativeLibrary, String> llama = new HashMap<>();
    private final Map<Source.Server, String> served = new HashMap<>();

    /**
     * Keys for one machine.
     *
     * @param machine what a speed depends on beside model and engine: the host class, and how many threads compute
     * @param library finds llama.cpp; asked only when a model file is to be run, and refuses where there is none
     */
    CellKeys(FileHashes hashes, String machine, Supplier<NativeLibrary> library) {
        this.hashes = hashes;
        this.machine = machine;
        this.library = library;
    }

    /** Keys for another machine with the same files. */
    CellKeys on(String other) {
        return new CellKeys(hashes, other, library);
    }

    /**
     * The key of a cell. A server's model has no file to hash: what the server tells about both stands for it, its address not.
     *
     * @throws Refusal if a server does not answer
     */
    String of(ListedModel model, Variant variant, Task task, EngineChoice choice) {
        boolean llama = variant.source() instanceof Source.LocalFile || variant.source() instanceof Source.HubFile;
        var material = new Material(HarnessBuild.current().version(), weights(variant.source()), variant.adapter().map(this::added), engine(variant.source(), choice),
                Optional.of(choice.options()).filter(_ -> llama), task.definition().withoutWords(), task.dataSha256(),
                model.prompts(), model.pooling(), task.definition().isTimed() ? Optional.of(machine) : Optional.empty(),
                Cell.companion(model, variant, task).map(other -> companion(other, choice)));
        return Sha256.hex(Json.write(material), 16);
    }

    private String weights(Source source) {
        return switch (source) {
            case Source.LocalFile(var path) -> hashes.sha256(path);
            case Source.WordVectors(var path) -> hashes.sha256(path);
            case Source.Baseline(var name) -> "baseline " + name;
            case Source.OnnxFolder(var folder) -> export(folder);
            case Source.HubFile hub when hub.place().isPresent() -> hashes.sha256(hub.place().get());
            case Source.Server server -> served.computeIfAbsent(server, ServerEngine::identity);
            case Source.HubFile _ -> throw new IllegalArgumentException("not ready to run, so never planned: " + source);
        };
    }

    private Companion companion(Variant other, EngineChoice choice) {
        return new Companion(weights(other.source()), other.adapter().map(this::added), engine(other.source(), choice));
    }

    private Added added(Adapter adapter) {
        return new Added(hashes.sha256(adapter.file()), adapter.scale());
    }

    /** One that is broken is planned all the same: its worker will refuse it, and the record says why. */
    private String export(Path folder) {
        try {
            return hashes.sha256(OnnxExport.read(folder).files());
        } catch (Refusal e) {
            return "refused " + e.getMessage();
        }
    }

    /** Of llama.cpp, the bytes of its libraries: they tell two builds apart without loading either. */
    private String engine(Source source, EngineChoice choice) {
        return switch (source) {
            case Source.LocalFile _, Source.HubFile _ ->
                llama.computeIfAbsent(choice.library().orElseGet(library), found -> hashes.sha256(found.files()));
            case Source.Baseline _, Source.WordVectors _ -> LexicalEngine.VERSION;
            case Source.OnnxFolder _ -> OnnxEngine.version();
            case Source.Server _ -> "part of what the server tells";
        };
    }

    /** What goes into the hash; a field more or less makes every cell due once. */
    private record Material(String harness, String weights, Optional<Added> adapter, String engine, Optional<ComputeOptions> options,
            TaskDefinition task, String dataSha256, Prompts prompts, Optional<Pooling> pooling, Optional<String> machine,
            Optional<Companion> base) {
    }

    /** What is open beside a model. */
    private record Companion(String weights, Optional<Added> adapter, String engine) {
    }

    /** Weights that an adapter adds. */
    private record Added(String sha256, double scale) {
    }
}
