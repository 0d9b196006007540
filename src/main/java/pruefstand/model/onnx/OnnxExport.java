package pruefstand.model.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.model.OnnxFiles;
import pruefstand.model.Pooling;
import pruefstand.text.Refusal;

/**
 * A folder as models are exported for ONNX Runtime: a graph, its tokenizer, and what they need.
 *
 * @param folder the folder
 * @param graph the graph file: {@code model*.onnx} in the folder, or in {@code onnx/} below it
 * @param header the graph's header, checked
 * @param config what {@code config.json} says
 * @param pooling how {@code 1_Pooling/config.json} says that vectors are pooled
 * @param maxInputTokens tokens that the tokenizer's settings allow; empty where they allow any number
 */
public record OnnxExport(Path folder, Path graph, OnnxHeader header, ModelConfig config, Optional<Pooling> pooling,
        OptionalInt maxInputTokens) {

    private static final Pattern USUAL = Pattern.compile("model\\.onnx");
    private static final String POOLING = "1_Pooling/config.json";
    private static final String GENERATION = "generation_config.json";
    private static final List<String> SETTINGS = List.of("config.json", "tokenizer.json", "tokenizer_config.json",
            "special_tokens_map.json", "sentence_bert_config.json", GENERATION, POOLING);
    private static final long LARGEST_SETTINGS = 1 << 24;

    /**
     * Looks at a folder, reads its settings, and checks its graph.
     *
     * @param place the folder; or one graph file in it, where several lie there
     * @throws Refusal if a part is missing, broken, or reaches outside the folder
     */
    public static OnnxExport read(Path place) {
        Path folder = OnnxFiles.isGraph(place.toString()) && !Files.isDirectory(place) ? OnnxFiles.folderOf(place) : place;
        Path graph = graph(place);
        for (String needed : List.of("config.json", "tokenizer.json")) {
            if (!Files.isRegularFile(folder.resolve(needed))) {
                throw Refusal.missing("model.onnx.incomplete", folder.toString(), needed);
            }
        }
        return new OnnxExport(folder, graph, OnnxHeader.read(graph), ModelConfig.of(settings(folder, "config.json")),
                pooling(settings(folder, POOLING)), maxInputTokens(folder));
    }

    /** What it is called: its folder, or the graph where that is not the usual one. */
    public String name() {
        String file = graph.getFileName().toString();
        return USUAL.matcher(file).matches() ? folder.toAbsolutePath().normalize().getFileName().toString() : file;
    }

    /** The files that hold the weights: the graph, and what it keeps beside itself. */
    public List<Path> modelFiles() {
        List<Path> files = new ArrayList<>(List.of(graph));
        files.addAll(header.externalFiles());
        return List.copyOf(files);
    }

    /** All files that can change a number: the weights, the tokenizer and the settings. */
    public List<Path> files() {
        Stream<Path> settings = SETTINGS.stream().map(folder::resolve).filter(Files::isRegularFile);
        return Stream.concat(modelFiles().stream(), settings).toList();
    }

    /** The tokenizer. */
    public Path tokenizer() {
        return folder.resolve("tokenizer.json");
    }

    /** The texts of special tokens, such as {@code mask_token}. */
    public Optional<String> specialToken(String name) {
        Object token = settings(folder, "tokenizer_config.json").get(name);
        Object known = token == null ? settings(folder, "special_tokens_map.json").get(name) : token;
        Object text = known instanceof Map<?, ?> parts ? parts.get("content") : known;
        return text instanceof String written ? Optional.of(written) : Optional.empty();
    }

    /** Id of the token that begins a text. */
    public OptionalInt beginToken() {
        return ModelConfig.whole(settings(folder, "config.json"), "bos_token_id");
    }

    /** Ids of the tokens that end a text, as {@code generation_config.json} says, else {@code config.json}. */
    public List<Integer> endTokens() {
        return Stream.of(GENERATION, "config.json").map(file -> settings(folder, file).get("eos_token_id"))
                .filter(Objects::nonNull).findFirst().map(OnnxExport::integers).orElse(List.of());
    }

    private static List<Integer> integers(Object oneOrMore) {
        return (oneOrMore instanceof List<?> list ? list : List.of(oneOrMore)).stream()
                .filter(Number.class::isInstance).map(number -> ((Number) number).intValue()).toList();
    }

    private static Path graph(Path folder) {
        if (OnnxFiles.isGraph(folder.toString()) && !Files.exists(folder)) {
            throw Refusal.missing("model.onnx.missing", folder.toString());
        }
        List<Path> graphs = OnnxFiles.graphs(folder);
        Optional<Path> usual = graphs.stream().filter(file -> USUAL.matcher(file.getFileName().toString()).matches()).findFirst();
        if (graphs.isEmpty()) {
            throw Refusal.missing("model.onnx.no-model", folder.toString());
        }
        if (usual.isEmpty() && graphs.size() > 1) {
            throw Refusal.input("model.onnx.which", folder.toString(),
                    String.join(", ", graphs.stream().map(file -> folder.relativize(file).toString()).toList()));
        }
        return usual.orElse(graphs.getFirst());
    }

    private static Map<?, ?> settings(Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file)) {
                return Map.of();
            }
            if (Files.size(file) > LARGEST_SETTINGS) {
                throw Refusal.input("model.onnx.settings", file.toString(), Files.size(file) + " bytes");
            }
            return Json.read(file, Map.class);
        } catch (JsonException | UncheckedIOException | IOException e) {
            throw Refusal.input("model.onnx.settings", file.toString(), String.valueOf(e.getMessage())).because(e);
        }
    }

    private static Optional<Pooling> pooling(Map<?, ?> settings) {
        if (Boolean.TRUE.equals(settings.get("pooling_mode_cls_token"))) {
            return Optional.of(Pooling.CLS);
        }
        if (Boolean.TRUE.equals(settings.get("pooling_mode_lasttoken"))) {
            return Optional.of(Pooling.LAST);
        }
        return Boolean.TRUE.equals(settings.get("pooling_mode_mean_tokens")) ? Optional.of(Pooling.MEAN) : Optional.empty();
    }

    // What says "any number" is a number of thirty digits.
    private static OptionalInt maxInputTokens(Path folder) {
        return Stream.of(ModelConfig.whole(settings(folder, "tokenizer_config.json"), "model_max_length"),
                ModelConfig.whole(settings(folder, "sentence_bert_config.json"), "max_seq_length"))
                .flatMapToInt(OptionalInt::stream).filter(tokens -> tokens > 0).min();
    }
}
