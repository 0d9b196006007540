package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.json.Json;

class SearchCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: reviews.txt\n");
        Files.writeString(folder.resolve("reviews.txt"), """
                Kiefer-1B/2026-01-02/https://example.org/1: Unter den Sprachmodellen ist es das kleinste. \\n\\n Mehr nicht.
                Lärche-8B/2026-02-03/https://example.org/2: Gut. Die Ausführungsgeschwindigkeit ist hoch genug.
                Weide-30B-A3B/2026-03-04/https://example.org/3: It is a Mixture of Experts.
                """);
    }

    private ProgramRun search(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "search";
        all[1] = "--index";
        all[2] = "index";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return ProgramRun.in(folder, all);
    }

    @Test
    void findsByWordsAlone() {
        ProgramRun run = search("moe", "geschwindigkeit", "--words");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("Weide-30B-A3B  2026-03-04  https://example.org/3\n    It is a Mixture of Experts.\n"), run.out());
        assertTrue(run.out().contains("Lärche-8B  2026-02-03  https://example.org/2\n    Die Ausführungsgeschwindigkeit ist hoch genug.\n"), run.out());
        assertEquals("Found by: words (BM25).\n", run.err());
    }

    @Test
    void saysWhichStagesRanAndWhyOthersDidNot() {
        ProgramRun run = search("sprachmodell", "--json");
        assertEquals(0, run.code(), run.err());
        Map<?, ?> answer = Json.read(run.out(), "search", Map.class);
        List<?> stages = (List<?>) answer.get("stages");
        assertEquals(List.of("words", "vectors", "reranker"), stages.stream().map(stage -> ((Map<?, ?>) stage).get("stage")).toList());
        assertEquals(List.of(true, false, false), stages.stream().map(stage -> ((Map<?, ?>) stage).get("ran")).toList());
        assertTrue(((Map<?, ?>) stages.get(1)).get("reason").toString().contains("models.yaml"), stages.toString());
        Map<?, ?> find = (Map<?, ?>) ((List<?>) answer.get("finds")).getFirst();
        assertEquals("Kiefer-1B", find.get("title"));
        assertEquals("Unter den Sprachmodellen ist es das kleinste.", find.get("sentence"));
        assertEquals(List.of(Map.of("start", 10, "end", 24)), find.get("hits"));
    }

    @Test
    void theShippedModelsFindByMeaningAndByReading() throws IOException {
        Files.createDirectories(folder.resolve("eval"));
        Files.writeString(folder.resolve("eval/models.yaml"), "models: []\n");
        ProgramRun run = search("Wie schnell ist es?", "-n", "2");
        assertEquals(0, run.code(), run.err());
        assertEquals("Found by: words (BM25), vectors (tiny-bert-de-en-embed), reranker (tiny-bert-de-en-cross).\n", run.err());
        assertEquals(4, run.out().lines().count());
    }

    @Test
    void nothingIsNoMistake() {
        ProgramRun run = search("xyzzy", "--words");
        assertEquals(0, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("Nothing found."), run.err());
        assertEquals(2, search("--words").code());
        assertEquals(2, search("a", "-n", "0", "--words").code());
    }
}
