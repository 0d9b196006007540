package pruefstand.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import pruefstand.engine.lexical.LexicalEngine;
import pruefstand.engine.llamacpp.NativeLibrary;
import pruefstand.engine.onnx.OnnxEngine;
import pruefstand.json.Json;
import pruefstand.model.FileHashes;
import pruefstand.model.ListedModel;
import pruefstand.model.Pooling;
import pruefstand.model.Prompts;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.model.onnx.OnnxExport;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;
import pruefstand.task.TaskKind;
import pruefstand.text.Refusal;

/** Tells whether a cell would measure the same thing again: a hash of everything that can change its numbers. */
final class CellKeys {

    private final FileHashes hashes;
    private final String machine;
    private final Supplier<NativeLibrary> library;
    private Optional<String> llama = Optional.empty();

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

    String of(ListedModel model, Variant variant, Task task) {
        var material = new Material(weights(variant.source()), engine(variant.source()), task.definition().withoutWords(),
                task.dataSha256(), model.prompts(), model.pooling(),
                task.definition().kind() == TaskKind.SPEED ? Optional.of(machine) : Optional.empty());
        return sha256(Json.write(material));
    }

    private String weights(Source source) {
        return switch (source) {
            case Source.LocalFile(var path) -> hashes.sha256(path);
            case Source.WordVectors(var path) -> hashes.sha256(path);
            case Source.Baseline(var name) -> "baseline " + name;
            case Source.OnnxFolder(var folder) -> export(folder);
            case Source.HubFile _, Source.Server _ ->
                throw new IllegalArgumentException("not ready to run, so never planned: " + source);
        };
    }

    /** One that is broken is planned all the same: its worker will refuse it, and the record says why. */
    private String export(Path folder) {
        try {
            return hashes.sha256(OnnxExport.read(folder).files());
        } catch (Refusal e) {
            return "refused " + e.getMessage();
        }
    }

    private String engine(Source source) {
        return switch (source) {
            case Source.LocalFile _ -> llama();
            case Source.Baseline _, Source.WordVectors _ -> LexicalEngine.VERSION;
            case Source.OnnxFolder _ -> OnnxEngine.version();
            case Source.HubFile _, Source.Server _ -> "none";
        };
    }

    /** The bytes of the libraries tell two builds apart without loading either. */
    private String llama() {
        if (llama.isEmpty()) {
            llama = Optional.of(hashes.sha256(library.get().files()));
        }
        return llama.get();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What goes into the hash; a field more or less makes every cell due once. */
    private record Material(String weights, String engine, TaskDefinition task, String dataSha256, Prompts prompts,
            Optional<Pooling> pooling, Optional<String> machine) {
    }
}
