package pruefstand.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.json.Document;
import pruefstand.json.Yaml;
import pruefstand.text.Refusal;

/** What docs/tasks.md shows, and the task files for data that others publish. */
class TasksDocTest {

    private static final Path HOME = Path.of(System.getProperty("pruefstand.home"));
    private static final Path HUB = HOME.resolve("eval/tasks/hub");

    @TempDir
    private Path folder;

    private record Choice(String question, List<String> choices, int answer) {
    }

    private record Exercise(String prompt, String answer) {
    }

    private record Written(Map<String, Object> fields) {
    }

    @Test
    void theTasksOfTheDocumentAreTasks() throws IOException {
        List<String> tasks = blocks().filter(block -> block.startsWith("name:")).toList();
        assertEquals(2, tasks.size());
        for (String task : tasks) {
            assertEquals(List.of(), faults(Yaml.document(task, "docs/tasks.md")));
        }
    }

    private static List<String> faults(Document document) {
        return TaskRules.faults(TaskDefinition.of(document), document.keys());
    }

    @Test
    void theFirstTaskReadsItsTable() throws IOException {
        TaskFixture.write(folder.resolve("t.yaml"), blocks().findFirst().orElseThrow().replace("tickets-2026.csv.gz", "tickets.csv"));
        TaskFixture.write(folder.resolve("data/tickets.csv"), "Nummer,Betreff,Abteilung\n1,\"Drucker, kaputt\",IT\n");
        Task task = Tasks.in(List.of(folder)).getFirst();
        assertEquals(new LabelledText("Drucker, kaputt", "IT"), task.train().readItems(LabelledText.class).getFirst().value());
    }

    @Test
    void theFieldsOfTheDocumentReadRowsOfThoseDataSets() throws IOException {
        List<Map<String, Object>> fields = blocks().filter(block -> block.startsWith("fields:"))
                .map(block -> Yaml.read(block, "docs/tasks.md", Written.class).fields()).toList();
        assertEquals(5, fields.size());
        fields.forEach(written -> assertEquals(List.of(), Fields.faults(written, Set.of("test"))));
        assertEquals(new Choice("Question: Why?\nAnswer:", List.of("a", "b"), 1), first(fields.get(0), Choice.class,
                "{\"question\": \"Why?\", \"choices\": {\"text\": [\"a\", \"b\"], \"label\": [\"A\", \"B\"]}, \"answerKey\": \"B\"}"));
        // As the preprocess function of lm-evaluation-harness (tasks/hellaswag/utils.py) prints it in Python.
        assertEquals(new Choice("Baking: A man . Then he mixes ", List.of("it. Well.", "flies."), 0), first(fields.get(1), Choice.class,
                "{\"activity_label\": \"Baking\", \"ctx_a\": \"A man [step].\", \"ctx_b\": \"then HE mixes [substeps]\", "
                        + "\"endings\": [\" it [title]Well.\", \"flies. \"], \"label\": \"0\"}"));
        assertEquals(new Choice("Q\nA. w\nB. x\nC. y\nD. z\nAnswer:", List.of("A", "B", "C", "D"), 3), first(fields.get(2), Choice.class,
                "{\"question\": \" Q \", \"subject\": \"s\", \"choices\": [\"w\", \"x\", \"y\", \"z\"], \"answer\": 3}"));
        assertEquals(new Choice("Q: Q?\nA:", List.of("a", "b"), 0), first(fields.get(3), Choice.class,
                "{\"question\": \"Q?\", \"mc1_targets\": {\"choices\": [\"a\", \"b\"], \"labels\": [1, 0]}}"));
        assertEquals(new Exercise("Question: Q\nAnswer:", "1024"), first(fields.get(4), Exercise.class,
                "{\"question\": \"Q\", \"answer\": \"2 * 512 = <<2*512=1024>>1,024\\n#### 1,024\"}"));
    }

    private <T> T first(Map<String, Object> fields, Class<T> type, String line) {
        TaskFixture.write(folder.resolve("x.jsonl"), line);
        DataFile file = new DataFile("x.jsonl", folder.resolve("x.jsonl"));
        return new DataSet("x", List.of(file), Fields.of(fields, "test")).readItems(type).getFirst().value();
    }

    @Test
    void theTasksOfHubsWaitForTheirData() throws IOException {
        List<Task> tasks = Tasks.in(List.of(HOME.resolve("eval/tasks"), HUB));
        List<Task> ofHub = tasks.stream().filter(task -> !task.ofHub().isEmpty()).toList();
        assertEquals(files(HUB), ofHub.size());
        for (Task task : ofHub) {
            assertFalse(task.hasData(), task.name());
            assertEquals(task.file().getFileName().toString(), task.name() + ".yaml");
            assertTrue(task.ofHub().values().stream().allMatch(TasksDocTest::isPinned), task.name());
            Refusal refusal = assertThrows(Refusal.class, task::dataSha256);
            assertEquals("The data of " + task.name() + " have not been fetched; `pruefstand pull " + task.name() + "` does.",
                    refusal.getMessage());
        }
    }

    /** Judgements whose commit nobody names may be of a branch; the lock file then says what it was. */
    private static boolean isPinned(DataSource source) {
        return source.revision().orElseThrow().matches("[0-9a-f]{40}")
                || source.hub().orElseThrow().equals("mteb/germanquad-retrieval-qrels");
    }

    @Test
    void theRowsOfKnownDataSetsMakeItems() throws IOException {
        assertEquals(new LabelledText("a", "x"), hubRow("tenkgnad-clustering-s2s", "test",
                "{\"sentences\": [\"a\", \"b\"], \"labels\": [\"x\", \"y\"]}", LabelledText.class));
        assertEquals(new Choice("Question: Why?\nAnswer:", List.of("a", "b"), 1), hubRow("arc-easy", "test",
                "{\"question\": \"Why?\", \"choices\": {\"text\": [\"a\", \"b\"], \"label\": [\"1\", \"2\"]}, \"answerKey\": \"2\"}", Choice.class));
        assertEquals(new Choice("Baking: A. B c", List.of("d", "e"), 1), hubRow("hellaswag", "test", "{\"activity_label\": \"Baking\", "
                + "\"ctx_a\": \"A.\", \"ctx_b\": \"b c\", \"endings\": [\"d\", \"e\"], \"label\": \"1\"}", Choice.class));
        assertEquals(new Choice("Q: Q?\nA:", List.of("a", "b"), 0), hubRow("truthfulqa-mc1", "test",
                "{\"question\": \"Q?\", \"mc1_targets\": {\"choices\": [\"a\", \"b\"], \"labels\": [1, 0]}}", Choice.class));
        assertEquals(new Choice("Q\nA. w\nB. x\nC. y\nD. z\nAnswer:", List.of("A", "B", "C", "D"), 3), hubRow("mmlu", "test",
                "{\"question\": \"Q\", \"choices\": [\"w\", \"x\", \"y\", \"z\"], \"answer\": 3}", Choice.class));
        String sum = "{\"question\": \"Q\", \"answer\": \"half of 2,048\\n#### 1,024\"}";
        assertEquals(new Exercise("Question: Q\nAnswer:", "half of 2,048\n#### 1,024"), hubRow("gsm8k", "test", sum, Exercise.class));
        assertEquals("half of 2,048\n#### 1,024", hubRow("gsm8k", "train", sum, Exercise.class).answer());
        assertEquals(" \n", read("wikitext-2", "text", "{\"text\": \"\"}").readText());
        assertEquals(" = Titel = \n", read("wikitext-2", "text", "{\"text\": \" = Titel = \\n\"}").readText());
    }

    private <T> T hubRow(String task, String key, String line, Class<T> type) throws IOException {
        return read(task, key, line).readItems(type).getFirst().value();
    }

    private DataSet read(String task, String key, String line) throws IOException {
        TaskDefinition definition = TaskDefinition.of(Yaml.document(HUB.resolve(task + ".yaml")));
        TaskFixture.write(folder.resolve("rows.jsonl"), line);
        return new DataSet(task, List.of(new DataFile("rows.jsonl", folder.resolve("rows.jsonl"))), definition.fieldsOf(key));
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static Stream<String> blocks() throws IOException {
        String[] parts = Files.readString(HOME.resolve("docs/tasks.md")).split("```");
        return Arrays.stream(parts).filter(part -> part.startsWith("yaml\n")).map(part -> part.substring("yaml\n".length()));
    }
}
