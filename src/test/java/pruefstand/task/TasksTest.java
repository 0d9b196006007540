package pruefstand.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.text.Messages;
import pruefstand.text.Refusal;
import pruefstand.text.RefusalKind;

class TasksTest {

    private static final String GOOD = """
            name: text-de
            version: 2
            kind: perplexity
            languages: [de]
            description: {de: "Ein Text.", en: "A text."}
            data: {text: data/a.txt}
            context: 256
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheData() {
        TaskFixture.write(folder.resolve("data/a.txt"), "abc");
    }

    @Test
    void readsATaskFile() {
        write("t.yaml", GOOD);
        Task task = only();
        assertEquals("text-de", task.name());
        assertEquals(2, task.definition().version());
        assertEquals(TaskKind.PERPLEXITY, task.definition().kind());
        assertEquals(OptionalInt.of(256), task.definition().settings(PerplexitySettings.class).context());
        assertEquals("Ein Text.", task.definition().description().in(Locale.GERMAN));
        assertEquals("abc", task.text().readText());
    }

    @Test
    void hashesTheDataAsSha256sumDoes() {
        write("t.yaml", GOOD);
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", only().dataSha256());
    }

    @Test
    void aTaskWithoutDataHasTheHashOfNothing() {
        write("t.yaml", "name: speed\nversion: 1\nkind: speed\ndescription: {de: a, en: b}\n");
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", only().dataSha256());
    }

    @Test
    void sortsTasksByNameAcrossFolders() {
        write("one/z.yaml", GOOD.replace("text-de", "alpha").replace("data/a.txt", "../data/a.txt"));
        write("two/a.yaml", GOOD.replace("text-de", "beta").replace("data/a.txt", "../data/a.txt"));
        assertEquals(List.of("alpha", "beta"),
                Tasks.in(List.of(folder.resolve("two"), folder.resolve("one"))).stream().map(Task::name).toList());
    }

    @Test
    void namesThePlaceOfAnUnknownKey() {
        assertFaulty("t.yaml:7:", GOOD.replace("context: 256", "kontext: 256"));
        assertFaulty("unknown key 'kontext'; known are context, data, description, fields, kind, languages, name, rolling, spans, version",
                GOOD.replace("context: 256", "kontext: 256"));
    }

    @Test
    void namesThePlaceOfBrokenYaml() {
        assertFaulty("t.yaml:5:", GOOD.replace("de: \"Ein Text.\",", "de: \"Ein Text."));
    }

    @Test
    void namesThePlaceOfAFileThatIsNoGroupOfKeys() {
        assertFaulty("t.yaml:1:1: expected a group of keys", "- a\n- b\n");
        assertFaulty("t.yaml:2:1: expected a group of keys", "# nothing\n");
    }

    @Test
    void namesThePlaceOfASettingOfTheWrongType() {
        assertFaulty("t.yaml:7:1: 'viel' is not a number in context", GOOD.replace("context: 256", "context: viel"));
        assertFaulty("t.yaml:8:9: unknown key 'laenge' in spans; known are bytes, preceding",
                GOOD + "spans: {laenge: 1, bytes: 1, preceding: 1}\n");
        assertFaulty("unknown key 'settings'", GOOD + "settings: {type: NoSettings}\n");
    }

    @Test
    void namesAnUnknownKind() {
        assertFaulty("'perplexitaet' is not one of perplexity, speed, sts",
                GOOD.replace("kind: perplexity", "kind: perplexitaet"));
    }

    @Test
    void refusesNothingAmongSomething() {
        assertFaulty("t.yaml:4:17: expected a text in languages[1]", GOOD.replace("[de]", "[de, null]"));
    }

    @Test
    void refusesWhatIsMissing() {
        assertFaulty("name: expected lower-case letters, digits and single hyphens, got nothing",
                GOOD.replace("name: text-de\n", ""));
        assertFaulty("t.yaml:", GOOD.replace("version: 2\n", ""));
        assertFaulty("kind: missing; expected one of [perplexity, speed, sts, ", GOOD.replace("kind: perplexity\n", ""));
        assertFaulty("description: expected a text in both languages, de and en", GOOD.replace(", en: \"A text.\"", ""));
        assertFaulty("data.text: missing; kind perplexity needs this file", GOOD.replace("data: {text: data/a.txt}\n", ""));
        assertFaulty("scale: missing; kind sts needs min and max of the scores", GOOD.replace("kind: perplexity", "kind: sts"));
    }

    @Test
    void refusesWhatMeansNothingForTheKind() {
        assertFaulty("prompt: means nothing for kind perplexity, which knows context, spans, rolling", GOOD + "prompt: 512\n");
        assertFaulty("data.test: means nothing for kind perplexity",
                GOOD.replace("text: data/a.txt", "text: data/a.txt, test: b"));
    }

    @Test
    void refusesNumbersThatCannotBe() {
        assertFaulty("context: expected at least 4, got 3", GOOD.replace("context: 256", "context: 3"));
        assertFaulty("spans: bytes must be positive", GOOD + "spans: {bytes: 0, preceding: 1}\n");
        assertFaulty("version: expected at least 1, got 0", GOOD.replace("version: 2", "version: 0"));
    }

    @Test
    void refusesPromptsThatCannotBe() {
        String asked = GOOD.replace("kind: perplexity", "kind: generation").replace("{text: data/a.txt}", "{test: data/a.txt}");
        assertFaulty("template: expected {prompt}, and no other fields than [prompt]; got 'Q: {question}'",
                asked + "template: \"Q: {question}\"\n");
        assertFaulty("template: expected {question}, and no other fields than [question, choices]; got '{choices}'",
                asked.replace("generation", "multiple-choice") + "template: \"{choices}\"\n");
        assertFaulty("few_shot: the examples are the first lines of data.train, and there is none", asked + "few_shot: 3\n");
        assertFaulty("few_shot: expected at least 0, got -1", asked + "few_shot: -1\n");
        assertFaulty("max_tokens: expected at least 1, got 0", asked + "max_tokens: 0\n");
        assertFaulty("stop: expected texts that are not empty, got [a, ]", asked + "stop: [a, \"\"]\n");
        assertFaulty("temperature: expected at least 0, got -1.0", asked + "temperature: -1\n");
        assertFaulty("answer_pattern: Unclosed character class in the regular expression [", asked + "answer_pattern: \"[\"\n");
        assertFaulty("max_tokens: means nothing for kind multiple-choice, which knows template, few_shot, choice_prefix, context",
                asked.replace("generation", "multiple-choice") + "max_tokens: 3\n");
        assertFaulty("data.train: means nothing for kind fill-mask",
                asked.replace("generation", "fill-mask").replace("context: 256\n", "").replace("{test:", "{train: data/a.txt, test:"));
        write("t.yaml", asked.replace("{test:", "{train: data/a.txt, test:") + "few_shot: 2\ntemplate: \"{prompt} {x y} {\"\n");
        assertEquals(OptionalInt.of(2), only().definition().settings(AnswerSettings.class).fewShot());
    }

    @Test
    void refusesDataOfAHubThatCannotBeMeant() {
        assertFaultyData("data.text.revision: missing; name a commit", "{hub: a/b, file: x.txt}");
        assertFaultyData("data.text.hub: expected owner/name, got 'a'", "{hub: a, revision: main, file: x.txt}");
        assertFaultyData("data.text: expected either file or split", "{hub: a/b, revision: main}");
        assertFaultyData("data.text: expected either file or split", "{hub: a/b, revision: main, file: x.txt, split: test}");
        assertFaultyData("data.text.file: expected a file of the data set", "{hub: a/b, revision: main, file: ../x.txt}");
        assertFaultyData("data.text.file: expected a file of the data set", "{hub: a/b, revision: main, file: /etc/passwd}");
        assertFaultyData("data.text.file: expected a file of the data set", "{hub: a/b, revision: main, file: ./x.txt}");
        assertFaultyData("data.text.hub: expected owner/name, got 'a/b--c'", "{hub: a/b--c, revision: main, file: x.txt}");
        assertFaultyData("data.text.revision: '../../here' is no branch, tag or commit", "{hub: a/b, revision: ../../here, file: x.txt}");
        assertFaultyData("data.text.revision: '/tmp' is no branch, tag or commit", "{hub: a/b, revision: /tmp, file: x.txt}");
        assertFaultyData("data.text.split: '../x' is no name of a split", "{hub: a/b, revision: main, split: ../x}");
        assertFaultyData("with * in its last name only, got '*/x.txt'", "{hub: a/b, revision: main, file: \"*/x.txt\"}");
        assertFaultyData("data.text: revision and split mean nothing without hub", "{file: data/a.txt, revision: main}");
        assertFaultyData("data.text: expected the name of a file", "{}");
        assertFaultyData("unknown key 'branch' in data.text; known are file, hub, revision, split", "{hub: a/b, branch: main}");
    }

    private void assertFaultyData(String fault, String data) {
        assertFaulty(fault, GOOD.replace("{text: data/a.txt}", "{text: " + data + "}"));
    }

    @Test
    void refusesFieldsThatCannotBeMeant() {
        assertFaultyFields("fields.text: unknown key 'form'; known are of, is, after, replace, among", "{text: {form: a}}");
        assertFaultyFields("fields.text: expected either of or is", "{text: {of: a, is: b}}");
        assertFaultyFields("fields.text: expected the name of a column", "{text: 7}");
        assertFaultyFields("'{a|upper}': expected each column in braces of its own", "{text: \"{a|upper}\"}");
        assertFaultyFields("'{ a }': expected each column in braces of its own", "{text: \"{ a }\"}");
        assertFaultyFields("'x {a': expected each column in braces of its own", "{text: \"x {a\"}");
        assertFaultyFields("'{a} }': expected each column in braces of its own", "{text: {of: \"{a} }\"}}");
        assertFaultyFields("expected a list of columns, got [{a}, b]", "{text: [\"{a}\", b]}");
        assertFaultyFields("among: expected a list, or the column with one", "{text: {of: a, among: {is: [b]}}}");
        assertFaultyFields("in the regular expression [", "{text: {of: a, replace: {\"[\": b}}}");
        assertFaultyFields("fields.other.text: there is no data.other", "{other.text: a}");
    }

    private void assertFaultyFields(String fault, String fields) {
        assertFaulty(fault, GOOD + "fields: " + fields + "\n");
    }

    @Test
    void reportsAllFaultsAtOnce() {
        write("a.yaml", GOOD.replace("version: 2", "version: 0").replace("context: 256", "context: 3"));
        write("b.yaml", GOOD + "nonsense: 1\n");
        String found = faults();
        assertTrue(found.startsWith("Task files are faulty (3 findings)"), found);
        assertTrue(found.contains("a.yaml: version") && found.contains("a.yaml: context") && found.contains("b.yaml:8:"), found);
    }

    @Test
    void refusesTwoTasksOfOneName() {
        write("a.yaml", GOOD);
        write("b.yaml", GOOD);
        String found = faults();
        String fault = "b.yaml: name: 'text-de' is already the name of the task in " + folder.resolve("a.yaml");
        assertTrue(found.contains(fault), found);
    }

    @Test
    void saysWhichDataFileIsMissing() {
        write("t.yaml", GOOD.replace("a.txt", "b.txt"));
        Refusal refusal = assertThrows(Refusal.class, () -> Tasks.in(List.of(folder)));
        assertEquals(RefusalKind.MISSING_PART, refusal.kind());
        assertTrue(refusal.getMessage().contains(folder.resolve("data/b.txt").toString()), refusal.getMessage());
    }

    @Test
    void saysWhichFolderIsMissing() {
        Refusal refusal = assertThrows(Refusal.class, () -> Tasks.in(List.of(folder.resolve("nowhere"))));
        assertEquals(RefusalKind.MISSING_PART, refusal.kind());
        assertEquals("Den Aufgabenordner " + folder.resolve("nowhere") + " gibt es nicht. Bitte anlegen oder unter „tasks“ in "
                + "pruefstand.yaml einen anderen nennen.", Messages.in(Locale.GERMAN).text(refusal.what()));
    }

    @Test
    void readsEveryTaskThatIsShipped() {
        List<Task> shipped = Tasks.in(List.of(Path.of(System.getProperty("pruefstand.home"), "eval/tasks")));
        assertEquals(List.of("bitext-mining-de-en", "classification-de", "classification-en", "cloze-de", "cloze-en", "clustering-de",
                "clustering-en", "depth-and-batch", "end-to-end-de", "end-to-end-en", "fill-mask-de", "fill-mask-en", "generation-de", "generation-en", "kld-de", "kld-en",
                "multiple-choice-de", "multiple-choice-en", "pair-classification-de", "pair-classification-en", "perplexity-de",
                "perplexity-en", "reranking-de", "reranking-en", "retrieval-de", "retrieval-en", "speed", "sts-de", "sts-en",
                "summarization-de", "summarization-en", "two-stage-de", "two-stage-en"),
                shipped.stream().map(Task::name).toList());
    }

    private Task only() {
        return Tasks.in(List.of(folder)).getFirst();
    }

    private void assertFaulty(String fault, String yaml) {
        write("t.yaml", yaml);
        String found = faults();
        assertTrue(found.contains(fault), found);
    }

    private String faults() {
        Refusal refusal = assertThrows(Refusal.class, () -> Tasks.in(List.of(folder)));
        assertEquals(RefusalKind.INPUT, refusal.kind());
        return refusal.getMessage();
    }

    private void write(String name, String yaml) {
        TaskFixture.write(folder.resolve(name), yaml);
    }
}
