package pruefstand.model.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.model.Registry;
import pruefstand.model.gguf.GgufBytes;
import pruefstand.model.hub.HubCache;
import pruefstand.model.store.LocalModels;
import pruefstand.model.store.StoreFolders;
import pruefstand.text.Refusal;

/** Names as people write them, files as they are found; headers only, since nothing but the header is read. */
class SuggestionsTest {

    private static final long Q4_K_M = 15;

    @TempDir
    private Path folder;
    private Path files;

    @BeforeEach
    void aFolder() throws IOException {
        files = Files.createDirectories(folder.resolve("files"));
    }

    /** Twenty files, of which eight are of no listed model, and twenty reviews: what each name means, or nothing. */
    @Test
    void findsTheFilesOfTwentyReviewsAndNoWrongOne() throws IOException {
        gguf("Qwen3-0.6B-Q8_0.gguf", "Qwen3 0.6B Instruct", "Qwen3", "0.6B", "Instruct");
        gguf("Qwen3-0.6B-Base.gguf", "Qwen3 0.6B Base", "Qwen3", "0.6B", "Base");
        gguf("a.gguf", "NVIDIA Nemotron 3 Nano 30B A3B BF16", "NVIDIA-Nemotron-3-Nano", "30B-A3B", "");
        gguf("smollm2-1.7b-instruct-q4_k_m.gguf", "Smollm2 1.7B 8k Mix7 Ep2 v2", "smollm2", "1.7B", "");
        gguf("SmolLM2-1.7B-Instruct-Q4_K_M.gguf", "SmolLM2 1.7B Instruct", "SmolLM2", "1.7B", "Instruct");
        gguf("SmolLM2-360M-f16.gguf", "SmolLM2 360M", "SmolLM2", "360M", "");
        gguf("SmolLM-360M.Q8_0.gguf", "SmolLM 360M", "SmolLM", "360M", "");
        gguf("llama-1b.gguf", "Llama 3.2 1B Instruct", "Llama-3.2", "1B", "Instruct");
        gguf("Llama-3.2-3B.gguf", "Llama 3.2 3B", "Llama-3.2", "3B", "");
        gguf("Llama-3.2-3B-Instruct-Q6_K.gguf", "Llama 3.2 3B Instruct", "Llama-3.2", "3B", "Instruct");
        gguf("Llama-Guard-3-1B.gguf", "Llama Guard 3 1B", "Llama-Guard-3", "1B", "");
        gguf("Hermes-3-Llama-3.2-3B.gguf", "Hermes 3 Llama 3.2 3B", "Hermes-3-Llama-3.2", "3B", "");
        gguf("Phi-3.5-mini-instruct.gguf", "Phi 3.5 Mini Instruct", "Phi-3.5", "mini", "instruct");
        gguf("Qwen3-Embedding-0.6B-Q8_0.gguf", "Qwen3 Embedding 0.6B", "Qwen3-Embedding", "0.6B", "");
        gguf("DeepSeek-R1-Distill-Qwen-1.5B-Q4_K_M.gguf", "DeepSeek R1 Distill Qwen 1.5B", "DeepSeek-R1-Distill-Qwen", "1.5B", "");
        gguf("gemma-3-270m-it-Q8_0.gguf", "Gemma 3 270M It", "gemma-3", "270M", "it");
        gguf("embeddinggemma-300M-Q8_0.gguf", "Embeddinggemma 300M", "embeddinggemma", "300M", "");
        gguf("mistral-7b-instruct-v0.3.Q4_K_M.gguf", "Mistral 7B Instruct v0.3", "Mistral", "7B", "Instruct");
        gguf("granite.gguf", "Granite 4.0 H 1b", "granite-4.0-h", "1.5B", "");
        gguf("Qwen3-30B-A3B-Instruct-2507-UD-Q4_K_XL.gguf", "Qwen3-30B-A3B-Instruct-2507", "Qwen3-30B-A3B", "30B-A3B", "Instruct");
        Map<String, String> meant = new LinkedHashMap<>();
        meant.put("Qwen 3 0.6B", "Qwen3-0.6B-Q8_0.gguf");
        meant.put("Qwen3-0.6B-Base", "Qwen3-0.6B-Base.gguf");
        meant.put("Nvidia Nemotron 3 Nano 30B A3B", "a.gguf");
        meant.put("SmolLM2-1.7B-Instruct", "SmolLM2-1.7B-Instruct-Q4_K_M.gguf");
        meant.put("SmolLM2-360M", "SmolLM2-360M-f16.gguf");
        meant.put("Smol LM 360M", "SmolLM-360M.Q8_0.gguf");
        meant.put("Llama 3.2 1B", "llama-1b.gguf");
        meant.put("Llama-3.2-3B", "Llama-3.2-3B.gguf");
        meant.put("Meta Llama 3.2 3B Instruct", "Llama-3.2-3B-Instruct-Q6_K.gguf");
        meant.put("Phi-3.5 mini", "Phi-3.5-mini-instruct.gguf");
        meant.put("Qwen3-Embedding-0,6B", "Qwen3-Embedding-0.6B-Q8_0.gguf");
        meant.put("deepseek-r1-distill-qwen-1.5b", "DeepSeek-R1-Distill-Qwen-1.5B-Q4_K_M.gguf");
        meant.put("Google Gemma 3 270M", "gemma-3-270m-it-Q8_0.gguf");
        meant.put("EmbedingGemma-300M", "embeddinggemma-300M-Q8_0.gguf");
        meant.put("Mistral 7B Instruct", "mistral-7b-instruct-v0.3.Q4_K_M.gguf");
        meant.put("IBM Granite-4.0-H-1B", "granite.gguf");
        meant.put("Qwen3 30B-A3B Instruct 2507", "Qwen3-30B-A3B-Instruct-2507-UD-Q4_K_XL.gguf");
        meant.put("Qwen2.5-0.5B", "");
        meant.put("Mixtral 7B Instruct", "");
        meant.put("SmolLM2-135M", "");
        Map<String, String> found = found(new ArrayList<>(meant.keySet()));
        Map<String, String> right = new TreeMap<>(meant);
        right.values().removeIf(String::isEmpty);
        assertEquals(right, new TreeMap<>(found));
    }

    /** Twenty files and the twenty reviews of them, written as people write: at least 18 get their own, none another's. */
    @Test
    void givesTwentyReviewsTheirTwentyFiles() throws IOException {
        String[][] pairs = {
            {"Qwen 3 0.6B", "Qwen3 0.6B Instruct", "Qwen3", "0.6B", "Instruct"},
            {"Qwen3 0,6B Base", "Qwen3 0.6B Base", "Qwen3", "0.6B", "Base"},
            {"Qwen3-1.7B", "Qwen3 1.7B", "Qwen3", "1.7B", ""},
            {"Nemotron 3 Nano 30B-A3B", "NVIDIA Nemotron 3 Nano 30B A3B", "NVIDIA-Nemotron-3-Nano", "30B-A3B", ""},
            {"SmolLM2 1.7B Instruct", "SmolLM2 1.7B Instruct", "SmolLM2", "1.7B", "Instruct"},
            {"SmolLM2-360M-Instruct", "Smollm2 360M Instruct", "SmolLM2", "360M", "Instruct"},
            {"SmolLM2-135M", "SmolLM2 135M", "SmolLM2", "135M", ""},
            {"Llama 3.2 1B Instruct", "Llama 3.2 1B Instruct", "Llama-3.2", "1B", "Instruct"},
            {"Llama-3.2-3B", "Llama 3.2 3B", "Llama-3.2", "3B", ""},
            {"meta-llama/Llama-3.1-8B-Instruct", "Meta Llama 3.1 8B Instruct", "Meta-Llama-3.1", "8B", "Instruct"},
            {"Phi 3.5 mini Instruct", "Phi 3.5 Mini Instruct", "Phi-3.5", "mini", "instruct"},
            {"Phi-4", "Phi 4", "phi", "14.7B", ""},
            {"Qwen3-Embedding-0.6B", "Qwen3 Embedding 0.6B", "Qwen3-Embedding", "0.6B", ""},
            {"Qwen3 Embedding 4B", "Qwen3 Embedding 4B", "Qwen3-Embedding", "4B", ""},
            {"DeepSeek-R1-Distill-Qwen-7B", "DeepSeek R1 Distill Qwen 7B", "DeepSeek-R1-Distill-Qwen", "7B", ""},
            {"Gemma 3 4B it", "Gemma 3 4b It", "gemma-3", "4b", "it"},
            {"EmbeddingGemma 300M", "Embeddinggemma 300M", "embeddinggemma", "300M", ""},
            {"Mistral 7B Instruct v0.3", "Mistral 7B Instruct v0.3", "Mistral", "7B", "Instruct"},
            {"Mixtral 8x7B Instruct", "Mixtral 8x7B Instruct v0.1", "Mixtral", "8x7B", "Instruct"},
            {"multilingual-e5-large", "Multilingual E5 Large", "multilingual-e5", "large", ""}};
        Map<String, String> meant = new TreeMap<>();
        for (int i = 0; i < pairs.length; i++) {
            gguf(i + ".gguf", pairs[i][1], pairs[i][2], pairs[i][3], pairs[i][4]);
            meant.put(pairs[i][0], i + ".gguf");
        }
        Map<String, String> found = found(new ArrayList<>(meant.keySet()));
        found.forEach((name, file) -> assertEquals(meant.get(name), file, name));
        assertTrue(found.size() >= 18, found.toString());
    }

    /** What must not be taken for one another, each pair alone, so that nothing better is there to choose. */
    @Test
    void neverTakesAnotherModelForTheOneThatIsMeant() throws IOException {
        String[][] pairs = {{"Qwen3-0.6B", "Qwen3 0.6B Base"}, {"Qwen3-0.6B", "Qwen3 1.7B"}, {"Qwen3-0.6B", "Qwen3 Embedding 0.6B"},
            {"Qwen3-0.6B", "Qwen3 0.6B abliterated"}, {"Llama-3.2-1B", "Llama Guard 3 1B"}, {"Llama 3.2 1B Base", "Llama 3.2 1B Instruct"},
            {"Llama 3.2 1B Instruct", "Llama 3.2 1B"}, {"SmolLM-360M", "SmolLM2 360M"}, {"SmolLM2-360M", "SmolLM3 360M"},
            {"Phi-3.5", "Phi 3"}, {"Phi-4", "Phi 4 Reasoning"}, {"GLM 4.6", "GLM 4.5"}, {"GLM 4.6", "GLM 4.6 Air"},
            {"Kimi K2", "Kimi K2 Thinking"}, {"DeepSeek", "DeepSeek R1 Distill Qwen 1.5B"}, {"DeepSeek", "DeepSeek V3"}, {"DeepSeek V3", "DeepSeek V3.1"}, {"Gemma 3 4B", "Gemma 3n 4B"},
            {"Qwen3-30B-A3B", "Qwen3 30B A5B"}, {"Qwen3-30B-A3B", "Qwen3 Coder 30B A3B Instruct"}, {"Mixtral-8x7B", "Mixtral 8x22B"},
            {"Qwen3 4B Instruct 2507", "Qwen3 4B Instruct"}, {"Mistral-7B-v0.1", "Mistral 7B v0.3"}, {"3B", "Llama 3.2 3B"},
            {"multilingual-e5-small", "multilingual e5 base"}, {"Flux.2", "Flux 1"}};
        for (String[] pair : pairs) {
            Path file = gguf("x.gguf", pair[1], "", "", "");
            assertEquals(Map.of(), found(List.of(pair[0])), pair[0] + " / " + pair[1]);
            Files.delete(file);
        }
    }

    @Test
    void whatIsLikelyTwiceIsLeftToThePerson() throws IOException {
        gguf("2.gguf", "Mistral 7B Instruct v0.2", "", "", "");
        gguf("3.gguf", "Mistral 7B Instruct v0.3", "", "", "");
        assertEquals(Map.of(), found(List.of("Mistral 7B Instruct")));
        assertEquals(Map.of("Mistral 7B Instruct v0.3", "3.gguf"), found(List.of("Mistral 7B Instruct v0.3")));
    }

    @Test
    void aFileThatOnlyBearsTheNameOfTheModelItWasMadeFromIsNotThatModel() throws IOException {
        gguf("Dolphin-Llama-3.2-1B-Q8_0.gguf", "Llama 3.2 1B", "Llama-3.2", "1B", "");
        assertEquals(Map.of(), found(List.of("Llama 3.2 1B")));
        gguf("ggml-model-q8_0.gguf", "Llama 3.2 1B", "Llama-3.2", "1B", "");
        assertEquals(Map.of("Llama 3.2 1B", "ggml-model-q8_0.gguf"), found(List.of("Llama 3.2 1B")));
    }

    @Test
    void aFileWithoutANameInItIsKnownByItsOwn() throws IOException {
        gguf("tiny-de-en-m-q4_k_m.gguf", "", "", "", "");
        gguf("SmolLM2-360M-Instruct.IQ4_XS.gguf", "model", "", "", "");
        assertEquals(Map.of("tiny-de-en-m", "tiny-de-en-m-q4_k_m.gguf", "SmolLM2 360M Instruct", "SmolLM2-360M-Instruct.IQ4_XS.gguf"),
                found(List.of("tiny-de-en-m", "SmolLM2 360M Instruct")));
    }

    @Test
    void adaptersProjectorsAndBrokenFilesAreNoModels() throws IOException {
        Files.write(files.resolve("adapter.gguf"), GgufBytes.header(3, 0, 2).textEntry("general.type", "adapter")
                .textEntry("general.name", "Qwen3 0.6B").bytes());
        Files.write(files.resolve("vision.gguf"), GgufBytes.header(3, 0, 2).textEntry("general.architecture", "clip")
                .textEntry("general.name", "Qwen3 0.6B").bytes());
        Files.writeString(files.resolve("Qwen3-0.6B.gguf"), "GGUF, or so I claim");
        assertEquals(Map.of(), found(List.of("Qwen3 0.6B")));
    }

    @Test
    void severalQuantizationsAreVariantsOfOneEntry() throws IOException {
        gguf("a-Q4_K_M.gguf", "Qwen3 0.6B", "", "", "");
        Files.write(files.resolve("b-Q8_0.gguf"), GgufBytes.header(3, 0, 2).textEntry("general.name", "Qwen3 0.6B")
                .int32Entry("general.file_type", 7).bytes());
        List<SuggestedEntry> entries = entries(List.of("Qwen 3 0.6B"));
        assertEquals(List.of("- name: Qwen 3 0.6B", "  kind: decoder", "  variants:",
                "    - {name: Q4_K_M, file: " + yaml(files.resolve("a-Q4_K_M.gguf")) + "}",
                "    - {name: Q8_0, file: " + yaml(files.resolve("b-Q8_0.gguf")) + "}"), entries.getFirst().lines());
    }

    private static String yaml(Path file) {
        return '"' + file.toString() + '"';
    }

    @Test
    void appendsWithoutChangingAByteOfTheRest() throws IOException {
        gguf("a.gguf", "Qwen3 0.6B", "", "", "");
        List<SuggestedEntry> entries = entries(List.of("Qwen 3 0.6B"));
        for (String before : new String[] {"# mine\nmodels:   # all\n\n    # first\n    - name: X\n      kind: decoder   # \u00e4\n",
            "models:\n- {name: X, kind: decoder}", "models:\n  - name: X\n    kind: image\n# the end\n"}) {
            Path registry = Files.writeString(folder.resolve("models.yaml"), before);
            RegistryAppendix.append(registry, entries);
            assertTrue(Files.readString(registry).startsWith(before), Files.readString(registry));
            assertEquals(List.of("X", "Qwen 3 0.6B"), Registry.read(registry).models().stream().map(model -> model.name()).toList());
        }
        for (String before : new String[] {"# mine\nmodels: []\n", "models: [ ]   # none yet", "# a\nmodels:\n  # nothing\n"}) {
            Path registry = Files.writeString(folder.resolve("models.yaml"), before);
            RegistryAppendix.append(registry, entries);
            assertTrue(Files.readString(registry).startsWith(before.split(": ?\\[")[0]), Files.readString(registry));
            assertEquals("Qwen 3 0.6B", Registry.read(registry).models().getFirst().name());
        }
    }

    @Test
    void leavesAFileAloneThatCannotBeContinued() throws IOException {
        gguf("a.gguf", "Qwen3 0.6B", "", "", "");
        List<SuggestedEntry> entries = entries(List.of("Qwen 3 0.6B"));
        for (String before : new String[] {"models: [{name: X, kind: decoder}]\n", "models:\n  - name: Qwen 3 0.6B\n    kind: decoder\n"}) {
            Path registry = Files.writeString(folder.resolve("models.yaml"), before);
            assertEquals("model.suggest.no-place",
                    assertThrows(Refusal.class, () -> RegistryAppendix.append(registry, entries)).what().key());
            assertEquals(before, Files.readString(registry));
        }
    }

    private Map<String, String> found(List<String> names) {
        return entries(names).stream().collect(Collectors.toMap(SuggestedEntry::name, entry -> entry.lines().getLast()
                .replaceFirst(".*/([^/\"]+)\"?}", "$1")));
    }

    private List<SuggestedEntry> entries(List<String> names) {
        var none = new StoreFolders(new HubCache(folder.resolve("none")), List.of(), List.of(), folder.resolve("none"));
        return new Suggestions(new LocalModels(none), Registry.EMPTY).find(names, List.of(files));
    }

    private Path gguf(String file, String name, String basename, String size, String finetune) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>(Map.of("general.name", name, "general.basename", basename,
                "general.size_label", size, "general.finetune", finetune));
        texts.values().removeIf(String::isEmpty);
        texts.put("general.architecture", "llama");
        GgufBytes bytes = GgufBytes.header(3, 0, texts.size() + 1);
        texts.forEach(bytes::textEntry);
        return Files.write(files.resolve(file), bytes.int32Entry("general.file_type", (int) Q4_K_M).bytes());
    }
}
