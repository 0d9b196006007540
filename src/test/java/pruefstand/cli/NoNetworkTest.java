package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A machine without any network, not even to itself: what needs one says so and what to do, and the rest goes on. */
class NoNetworkTest {

    private static final String HUB = "huggingface.co does not answer while ";

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> whatNeedsANetworkSaysSoAndTheRestGoesOn() throws IOException, InterruptedException {
        aWorkspace();
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("pull Fern", HUB + "b.gguf is fetched: this name is not known to the network, if there is one. Check the line");
        expected.put("forecast --gguf https://huggingface.co/a/b/resolve/main/c.gguf", HUB);
        expected.put("embed --model http://127.0.0.1:8000/v1#m", "http://127.0.0.1:8000");
        expected.put("eval --threads 1", "Affe:zufall × t: cosine_spearman");
        expected.put("site", "/index.html\n");
        expected.put("nightly", "/index.html");
        expected.put("doctor", "server of models: none found on this machine");
        ProcessBuilder java = SomeCommands.java(List.of("unshare", "--map-root-user", "--net"), List.of("-Duser.home=" + folder), folder,
                List.copyOf(expected.keySet()));
        java.environment().put("XDG_CACHE_HOME", folder + "/cache");
        java.environment().remove("HF_ENDPOINT");
        Map<String, String> answers = SomeCommands.answers(java);
        return expected.keySet().stream().map(command -> dynamicTest(command, () -> holds(answers.get(command), expected.get(command))));
    }

    private static void holds(String answer, String expected) {
        assertAll(() -> assertTrue(answer.contains(expected), answer), () -> assertFalse(answer.contains("\tat "), answer),
                () -> assertFalse(answer.contains("null"), answer), () -> assertFalse(answer.contains("= 70\n"), answer));
    }

    private void aWorkspace() throws IOException {
        Files.createDirectories(folder.resolve("tasks"));
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: r.txt\nmodels: models.yaml\ntasks: [tasks]\n");
        Files.writeString(folder.resolve("r.txt"), "Affe/2025-01-05: Tippt.\nDort/2025-01-06: Antwortet.\nFern/2025-01-31: Liegt im Netz.\n");
        Files.writeString(folder.resolve("models.yaml"), """
                models:
                  - {name: Fern, kind: encoder, variants: [{name: Q8, hub: a/a, file: b.gguf}]}
                  - {name: Dort, kind: encoder, variants: [{name: FP8, server: "http://127.0.0.1:8000/v1", model: m}]}
                  - {name: Affe, kind: encoder, variants: [{name: zufall, baseline: random}]}
                """);
        Files.writeString(folder.resolve("tasks/t.yaml"), "name: t\nversion: 1\nkind: sts\nlanguages: [de]\ndescription: {de: A, en: B}\n"
                + "data: {test: t.jsonl}\nscale: {min: 0, max: 5}\n");
        Files.writeString(folder.resolve("tasks/t.jsonl"), """
                {"sentence1": "Der Hund bellt.", "sentence2": "Der Hund bellt.", "score": 5}
                {"sentence1": "Der Hund bellt.", "sentence2": "Ein Haus steht.", "score": 1}
                {"sentence1": "Der Hund bellt.", "sentence2": "Ein Hund ist laut.", "score": 3}
                """);
    }
}
