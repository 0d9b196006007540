package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.json.Json;
import pruefstand.task.Shared;

/** ONNX folders from the command line: by path and by name, right and wrong. */
class OnnxCommandsTest {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    record Scores(double[] scores) {
    }

    record Vector(int index, double[] embedding) {
    }

    record Question(String query, List<String> documents) {
    }

    @Test
    void rerankScoresAsPyTorchDoes() {
        Map<?, ?> reference = Json.read(Shared.file("models/ref/tiny-bert-de-en-cross.json"), Map.class);
        Map<?, ?> first = (Map<?, ?>) ((List<?>) reference.get("items")).get(0);
        Map<?, ?> second = (Map<?, ?>) ((List<?>) reference.get("items")).get(1);
        String line = Json.write(new Question((String) first.get("query"),
                List.of((String) first.get("passage"), (String) second.get("passage"))));
        ProgramRun run = rerank(line + "\n\n" + Json.write(new Question("nichts", List.of())) + "\n");
        assertEquals(0, run.code(), run.err());
        List<Scores> answers = run.out().lines().map(answer -> Json.read(answer, "rerank", Scores.class)).toList();
        assertEquals(2, answers.size());
        assertArrayEquals(new double[] {0.705861, -2.767617}, answers.getFirst().scores(), 1e-3);
        assertArrayEquals(new double[0], answers.getLast().scores());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"query\": \"a\"}", "{\"documents\": [\"a\"]}", "{\"query\": \"a\", \"documents\": [null]}", "a",
        "{\"query\": \"a\", \"documents\": [], \"top\": 3}"})
    void rerankSaysWhatALineMustHold(String line) {
        ProgramRun run = rerank("{\"query\": \"a\", \"documents\": []}\n" + line + "\n");
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains("-:2") || run.err().contains("-: 2"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void rerankWantsACrossEncoder() {
        ProgramRun run = ProgramRun.in(HERE, "{\"query\": \"a\", \"documents\": [\"b\"]}",
                new String[] {"rerank", "--model", "tiny-bert-de-en-embed:ONNX"});
        assertEquals(2, run.code());
        assertTrue(run.err().contains("tiny-bert-de-en-embed does not score documents"), run.err());
    }

    @Test
    void embedGivesTheSameVectorFromBothFormats() {
        double[] gguf = embed("tiny-bert-de-en-embed:F16");
        double[] onnx = embed("eval/models/tiny-bert-de-en-embed");
        assertArrayEquals(onnx, embed("tiny-bert-de-en-embed:ONNX"));
        double cosine = 0;
        for (int i = 0; i < gguf.length; i++) {
            cosine += gguf[i] * onnx[i];
        }
        assertEquals(1, cosine, 1e-5);
    }

    @Test
    void evalMeasuresAFolderAndRecordsItsHash() throws IOException {
        workspace(HERE.resolve("eval/models/tiny-bert-de-en-embed"));
        ProgramRun eval = ProgramRun.in(folder, "eval", "--tasks", "sts-de", "--json");
        assertEquals(0, eval.code(), eval.err());
        Map<?, ?> record = Json.read(eval.out(), "eval", Map.class);
        Map<?, ?> artifact = (Map<?, ?>) record.get("artifact");
        assertEquals("ok", record.get("status"));
        assertEquals("onnx", artifact.get("format"));
        assertEquals("tiny-bert-de-en-embed", artifact.get("file"));
        assertEquals("31c10a673de876e73dd6060d72270255ee501b472ab29471bf55f761dd3293dc", artifact.get("sha256"));
        assertEquals("onnxruntime", ((Map<?, ?>) record.get("engine")).get("name"));
        assertEquals("", ProgramRun.in(folder, "eval", "--tasks", "sts-de", "--json").out());
    }

    @Test
    void aBrokenFolderFailsAloneAndSaysWhy() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve("model.onnx"), "not a model");
        Files.writeString(broken.resolve("config.json"), "{}");
        Files.writeString(broken.resolve("tokenizer.json"), "{}");
        workspace(broken);
        ProgramRun eval = ProgramRun.in(folder, "eval", "--tasks", "sts-de", "--json");
        assertEquals(1, eval.code(), eval.err());
        assertEquals("failed", Json.read(eval.out(), "eval", Map.class).get("status"));
        Files.delete(broken.resolve("model.onnx"));
        assertTrue(ProgramRun.in(folder, "models").out().contains("There is no ONNX model in"));
        ProgramRun embed = ProgramRun.in(folder, "embed", "--model", "broken");
        assertEquals(3, embed.code());
        assertTrue(embed.err().contains("no file model*.onnx"), embed.err());
    }

    private void workspace(Path export) throws IOException {
        Files.writeString(folder.resolve("reviews.txt"), "winzig/2026-11-20: Klein.\n");
        assertEquals(0, ProgramRun.in(folder, "init", "reviews.txt").code());
        Files.writeString(folder.resolve("eval/models.yaml"), """
                models:
                  - name: winzig
                    kind: encoder
                    variants:
                      - {name: ONNX, folder: "%s"}
                """.formatted(export));
    }

    private static double[] embed(String model) {
        ProgramRun run = ProgramRun.in(HERE, "Der Gärtner zählt die Töpfe im Hof.\n", new String[] {"embed", "--model", model});
        assertEquals(0, run.code(), run.err());
        return Json.read(run.out(), "embed", Vector.class).embedding();
    }

    private static ProgramRun rerank(String input) {
        return ProgramRun.in(HERE, input, new String[] {"rerank", "--model", "tiny-bert-de-en-cross"});
    }
}
