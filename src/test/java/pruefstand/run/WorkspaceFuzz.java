package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import pruefstand.Fuzzed;
import pruefstand.model.Registry;
import pruefstand.text.Refusal;

/** Any bytes may be a workspace's file, and any text the name of a model. */
class WorkspaceFuzz {

    private static final String MODELS = """
            models:
              - name: Model-1B
                aliases: [m]
                kind: decoder
                variants:
                  - {name: q8, hub: owner/model, file: model-Q8_0.gguf}
                  - {name: served, server: "http://127.0.0.1:8080", model: m}
            """;

    @FuzzTest(maxDuration = "10m")
    void readsAnyWorkspace(byte[] bytes) throws Exception {
        Path folder = Fuzzed.file(this, Workspace.FILE, bytes).getParent();
        Optional<Workspace> read = Fuzzed.readOrRefused(bytes, Refusal.class, () -> Workspace.read(folder, Home.fromLauncher()));
        read.ifPresent(workspace -> assertTrue(!workspace.tasks().isEmpty() && !workspace.results().isEmpty()));
    }

    @FuzzTest(maxDuration = "10m")
    void findsAnyModel(byte[] bytes) throws Exception {
        Path folder = Fuzzed.file(this, "models.yaml", MODELS.getBytes(StandardCharsets.UTF_8)).getParent();
        Registry registry = Registry.read(folder.resolve("models.yaml"));
        String text = new String(bytes, StandardCharsets.UTF_8);
        Fuzzed.readOrRefused(bytes, Refusal.class, () -> ModelReference.of(text, folder, registry));
    }
}
