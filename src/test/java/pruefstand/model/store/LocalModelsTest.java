package pruefstand.model.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.model.FileHashes;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.ModelsLock;
import pruefstand.model.Prompts;
import pruefstand.model.PulledFile;
import pruefstand.model.Readiness;
import pruefstand.model.Registry;
import pruefstand.model.Source;
import pruefstand.model.Variant;

/** Stores as the programs leave them; {@link StoreFolders} names where their layouts are described. */
class LocalModelsTest {

    /** Of the three bytes "abc", from FIPS 180-4's example. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String COMMIT = "5bf1a3e0c24d97b8e6f70123456789abcdef0123";
    private static final Source.HubFile FILE = new Source.HubFile("o/r-GGUF", "main", "m-Q8_0.gguf", Optional.empty());

    @TempDir
    private Path home;
    private StoreFolders folders;

    @BeforeEach
    void emptyStores() {
        folders = StoreFolders.of(Map.of(), home, "Linux");
    }

    private Path put(String path) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, "abc".getBytes(StandardCharsets.US_ASCII));
    }

    private Optional<Path> place(Source.HubFile file, ModelsLock lock) {
        Registry registry = new Registry(List.of(model(file)));
        return new LocalModels(folders).locate(registry, lock).models().getFirst().variants().getFirst().source().place();
    }

    private static ListedModel model(Source source) {
        return new ListedModel("M", List.of(), ModelKind.DECODER, Optional.empty(), Optional.empty(), Optional.empty(), Prompts.NONE,
                Optional.empty(), Optional.empty(), List.of(new Variant("v", source, Optional.empty())));
    }

    @Test
    void nothingIsThere() {
        assertEquals(Optional.empty(), place(FILE, ModelsLock.EMPTY));
        assertEquals(List.of(), new LocalModels(folders).files(List.of()));
        assertInstanceOf(Readiness.Pullable.class, Readiness.of(new Variant("v", FILE, Optional.empty())));
    }

    @Test
    void theHubsCacheKnowsWhatABranchIs() throws IOException {
        Path file = put(".cache/huggingface/hub/models--o--r-GGUF/snapshots/" + COMMIT + "/m-Q8_0.gguf");
        assertEquals(Optional.empty(), place(FILE, ModelsLock.EMPTY), "no reference says that main is this commit");
        Path reference = home.resolve(".cache/huggingface/hub/models--o--r-GGUF/refs/main");
        Files.createDirectories(reference.getParent());
        Files.writeString(reference, COMMIT);
        assertEquals(Optional.of(file), place(FILE, ModelsLock.EMPTY));
        assertInstanceOf(Readiness.Ready.class, Readiness.of(new Variant("v", FILE.at(file), Optional.empty())));
    }

    @Test
    void theLockFileSaysWhichCommitIsMeant() throws IOException {
        Path old = put(".cache/huggingface/hub/models--o--r-GGUF/snapshots/" + COMMIT + "/m-Q8_0.gguf");
        put(".cache/huggingface/hub/models--o--r-GGUF/snapshots/" + "f".repeat(40) + "/m-Q8_0.gguf");
        Path reference = home.resolve(".cache/huggingface/hub/models--o--r-GGUF/refs/main");
        Files.createDirectories(reference.getParent());
        Files.writeString(reference, "f".repeat(40));
        assertEquals(Optional.of(old), place(FILE, lock()));
    }

    private static ModelsLock lock() {
        return new ModelsLock(1, List.of(new PulledFile("o/r-GGUF", "main", "m-Q8_0.gguf", COMMIT, ABC, 3)));
    }

    @Test
    void ollamaCallsFilesByTheirHash() throws IOException {
        Path blob = put(".ollama/models/blobs/sha256-" + ABC);
        assertEquals(Optional.empty(), place(FILE, ModelsLock.EMPTY));
        assertEquals(Optional.of(blob), place(FILE, lock()));
        assertEquals(Optional.of(blob), place(new Source.HubFile("x/y", "main", "z.gguf", Optional.of(ABC)), ModelsLock.EMPTY));
    }

    @Test
    void lmStudioAndLlamaCppKeepNames() throws IOException {
        Path llama = put(".cache/llama.cpp/o_r-GGUF_m-Q8_0.gguf");
        assertEquals(Optional.of(llama), place(FILE, ModelsLock.EMPTY));
        Path studio = put(".lmstudio/models/o/r-GGUF/m-Q8_0.gguf");
        assertEquals(Optional.of(studio), place(FILE, ModelsLock.EMPTY));
    }

    @Test
    void aFileIsTakenForTheOneThatIsWantedOnlyIfItsHashIsRight() throws IOException {
        put(".cache/llama.cpp/o_r-GGUF_m-Q8_0.gguf");
        LocalModels local = new LocalModels(folders);
        FileHashes hashes = new FileHashes(Optional.empty());
        assertEquals(1, local.findByHash(FILE, ABC, 3, hashes).stream().count());
        assertEquals(Optional.empty(), local.findByHash(FILE, ABC, 4, hashes));
        assertEquals(Optional.empty(), local.findByHash(FILE, "0".repeat(64), 3, hashes));
    }

    @Test
    void seesEveryFileOnceUnderTheNameThatPeopleKnow() throws IOException {
        Path blob = put(".cache/huggingface/hub/models--o--r-GGUF/blobs/" + ABC);
        Path snapshot = home.resolve(".cache/huggingface/hub/models--o--r-GGUF/snapshots/" + COMMIT + "/sub/m-Q8_0.gguf");
        Files.createDirectories(snapshot.getParent());
        Files.createSymbolicLink(snapshot, blob);
        Path ollama = put(".ollama/models/blobs/sha256-" + ABC);
        Path manifest = home.resolve(".ollama/models/manifests/registry.example/library/qwen3/0.6b");
        Files.createDirectories(manifest.getParent());
        // As in a manifest that Ollama wrote, shortened; other layers hold the licence, the template …
        Files.writeString(manifest, "{\"schemaVersion\":2,\"layers\":[{\"mediaType\":\"application/vnd.ollama.image.license\",\"digest\":"
                + "\"sha256:" + "0".repeat(64) + "\",\"size\":3},{\"mediaType\":\"application/vnd.ollama.image.model\",\"digest\":\"sha256:"
                + ABC + "\",\"size\":3}]}");
        Files.writeString(manifest.resolveSibling("broken"), "{");
        Path studio = put(".lmstudio/models/p/m/x.gguf");
        put(".lmstudio/models/p/m/readme.md");
        Path further = put("further/a/b/y.GGUF");
        Files.createSymbolicLink(home.resolve("further/again.gguf"), studio);
        assertEquals(List.of(
                new FoundFile(snapshot, "m-Q8_0.gguf", Optional.of(new Source.HubFile("o/r-GGUF", COMMIT, "sub/m-Q8_0.gguf", Optional.empty()))),
                new FoundFile(ollama, "qwen3-0.6b", Optional.empty()), new FoundFile(studio, "x.gguf", Optional.empty()),
                new FoundFile(further, "y.GGUF", Optional.empty())), new LocalModels(folders).files(List.of(home.resolve("further"))));
    }

    @Test
    void foldersAreWhereTheEnvironmentSays() {
        StoreFolders chosen = StoreFolders.of(Map.of("HF_HOME", "/hf", "OLLAMA_MODELS", "/ollama", "LLAMA_CACHE", "/llama"), home, "Linux");
        assertEquals(Path.of("/hf/hub"), chosen.hub().folder());
        assertEquals(List.of(Path.of("/ollama")), chosen.ollama());
        assertEquals(Path.of("/llama"), chosen.llamaCpp());
        assertEquals(Path.of("/cache"), StoreFolders.of(Map.of("HF_HUB_CACHE", "/cache", "HF_HOME", "/hf"), home, "Linux").hub().folder());
        assertEquals(Path.of("/x/huggingface/hub"), StoreFolders.of(Map.of("XDG_CACHE_HOME", "/x"), home, "Linux").hub().folder());
        assertEquals(home.resolve("Library/Caches/llama.cpp"), StoreFolders.of(Map.of(), home, "Mac OS X").llamaCpp());
    }

    @Test
    void picklesAreNeverReady() throws IOException {
        Path file = put("m.bin");
        var pickle = new Source.HubFile("o/r", "main", "pytorch_model.bin", Optional.empty(), Optional.of(file));
        Readiness readiness = Readiness.of(new Variant("v", pickle, Optional.empty()));
        assertEquals("model.format.pickle", assertInstanceOf(Readiness.NotRunnable.class, readiness).why().key());
    }
}
