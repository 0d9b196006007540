package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import pruefstand.text.Messages;

/**
 * Every call of the program in README and documents: each is parsed, with its options and their values; those in blocks are run in a
 * workspace that has what they name, but for those that {@link #PARSED_ONLY} lists with the reason.
 */
class DocsTest {

    private static final Path MODELS = Path.of("eval/models").toAbsolutePath();
    private static final Pattern LINK = Pattern.compile("]\\((?!https?://)([^)#]+)");
    private static final Set<String> OF_MODELS = Set.of("perplexity", "kld", "score", "bench", "embed", "rerank", "generate");
    private static final String REVIEWS = "Flux.2/2025-12-20/https://heise.de/-11120129: Läuft lokal, mit wenig Speicher.\n"
            + "WAN%202.2/2025-12-20/https://heise.de/-11120129: Ein Sprachmodell ist es nicht.\n"
            + "Zeichentrigramme: Die Geschwindigkeit ist groß.\nZufallsvektoren: Ohne Sinn.\n";

    /** What these read from standard input. */
    private static final Map<String, String> INPUTS = Map.of("format", REVIEWS, "embed", "Ein Satz.\n",
            "score", "{\"context\": \"Der Hund\", \"continuation\": \" bellt\"}\n",
            "rerank", "{\"query\": \"Hund\", \"documents\": [\"Der Hund bellt.\", \"Die Katze schläft.\"]}\n");

    /** Why a call is not run here, by what tells such calls. */
    private static final Map<String, Predicate<DocCall>> PARSED_ONLY = Map.ofEntries(
            Map.entry("WholeWayTest runs it: it measures and builds everything", call -> call.command().equals("demo")),
            Map.entry("it measures for minutes; WholeWayTest, EvalPlanTest and SpeedDocTest run it",
                    call -> call.command().equals("eval") && !call.has("--plan")),
            Map.entry("it takes a night; NightlyCommandTest runs it", call -> call.command().equals("nightly")),
            Map.entry("it asks a hub; PullCommandTest has one", call -> call.command().equals("pull")),
            Map.entry("it measures this machine for a minute, or asks a hub; ForecastCommandTest has both",
                    call -> call.command().equals("forecast")),
            Map.entry("it ends when it is stopped; ServeCommandTest does that", call -> call.command().equals("serve")),
            Map.entry("somebody types; EditingCommandsTest does that", call -> call.has("--edit") || call.command().equals("edit")),
            Map.entry("it looks through the folders of whoever runs the tests; the tests of model.suggest have some of their own",
                    call -> call.has("--suggest")),
            Map.entry("it needs a server; ServerCommandsTest has one", call -> call.toString().contains("http://127.0.0.1")),
            Map.entry("it needs models; SearchCommandTest has them", call -> call.command().equals("search") && !call.has("--words")),
            Map.entry("it needs what language models answered; ResultCommandsTest has that", call -> call.has("lm-eval")),
            Map.entry("SpeedDocTest runs it", call -> call.place().contains("speed.md")));

    @TempDir
    private static Path folder;

    @BeforeAll
    static void aWorkspaceWithWhatThePagesName() throws IOException {
        write("pruefstand.yaml", "results: [eval/results, eval/imported]\ntasks: [eval/tasks, builtin]\n");
        write("catalogue/reviews.txt", REVIEWS);
        write("eval/models.yaml", """
                models:
                  - {name: Flux.2, kind: image, not_runnable: {de: "Bilder", en: "images"}}
                  - {name: WAN 2.2, kind: video, not_runnable: {de: "Filme", en: "films"}}
                  - {name: Zeichentrigramme, kind: encoder, variants: [{name: hash, baseline: trigram-hash}]}
                  - {name: Zufallsvektoren, kind: encoder, variants: [{name: random, baseline: random}]}
                """);
        write("eval/tasks/tickets.yaml", block("docs/guides/tasks.md", "```yaml\n"));
        write("eval/tasks/data/tickets.jsonl", block("docs/guides/tasks.md", "```json\n") + IntStream.range(0, 11)
                .mapToObj(i -> "{\"sentence1\": \"Satz %d\", \"sentence2\": \"Satz %d\", \"score\": %d}\n".formatted(i, i * i, i % 5))
                .collect(Collectors.joining()));
        write("notes/models.txt", REVIEWS);
        String text = "Der Gärtner zählt am Abend die Töpfe im Hof, und keiner fehlt.\n".repeat(80);
        for (String name : List.of("text.txt", "t.txt")) {
            write(name, text);
        }
        for (String name : List.of("model.gguf", "q4.gguf", "f16.gguf")) {
            Files.copy(MODELS.resolve("tiny-de-en-xs-" + (name.startsWith("f") ? "f16" : "q4_0") + ".gguf"), folder.resolve(name));
        }
        Files.copy(MODELS.resolve("tiny-bert-de-en-embed-f16.gguf"), folder.resolve("encoder.gguf"));
        copy(MODELS.resolve("tiny-bert-de-en-cross"), folder.resolve("onnx/cross-encoder"));
        ProgramRun eval = ProgramRun.in(folder, "eval", "--models", "Z*", "--tasks", "tickets", "--threads", "1");
        assertEquals(0, eval.code(), eval.err());
        copy(folder.resolve("eval/results"), folder.resolve("other/eval/results"));
    }

    private static void write(String name, String content) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), content);
    }

    private static String block(String page, String begin) throws IOException {
        String text = Files.readString(Path.of(page));
        int start = text.indexOf(begin) + begin.length();
        return text.substring(start, text.indexOf("```", start));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void callsAreFoundInBlocksAndInSentences() {
        List<String> found = DocCall.all().stream().map(DocCall::toString).toList();
        for (String call : List.of("README.md:.* lint", "docs/editors.md:.* format --unfold -", "docs/editors.md:.* lint --strict catalogue/reviews.txt",
                "docs/nightly.md:.* nightly --until 06:00 --markdown night.md", "docs/results.md:.* query SELECT kind, count.*--json")) {
            assertTrue(found.stream().anyMatch(line -> line.matches(call)), call + ": " + found);
        }
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        for (Path page : DocCall.pages()) {
            for (String link : LINK.matcher(Files.readString(page)).results().map(found -> found.group(1)).toList()) {
                assertTrue(Files.exists(page.resolveSibling(link)), page + " links to " + link);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCallIsUnderstood() {
        return DocCall.all().stream().map(call -> dynamicTest(call.toString(), () -> parse(call)));
    }

    private static void parse(DocCall call) {
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), silent(), silent(), folder, false);
        String[] words = call.words().toArray(String[]::new);
        CommandLine line = new Program(terminal).line(new Root(terminal, Messages.in(Locale.ENGLISH)), words);
        try {
            line.parseArgs(words);
        } catch (CommandLine.MissingParameterException e) {
            assertTrue(!call.isWhole(), call + ": " + e.getMessage());
        }
    }

    private static PrintStream silent() {
        return new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    }

    @TestFactory
    Stream<DynamicTest> everyCallInABlockRuns() {
        Map<List<String>, DocCall> once = DocCall.all().stream().filter(call -> call.isWhole() && whyNot(call).isEmpty())
                .collect(Collectors.toMap(DocCall::words, call -> call, (first, _) -> first, LinkedHashMap::new));
        return once.values().stream().map(call -> dynamicTest(call.toString(), () -> runs(call)));
    }

    @Test
    void noReasonIsWithoutACall() {
        List<DocCall> calls = DocCall.all();
        PARSED_ONLY.forEach((reason, isMeant) -> assertTrue(calls.stream().anyMatch(isMeant), reason));
    }

    private static Optional<String> whyNot(DocCall call) {
        return PARSED_ONLY.entrySet().stream().filter(reason -> reason.getValue().test(call)).map(Map.Entry::getKey).findFirst();
    }

    private static void runs(DocCall call) throws IOException {
        write("catalogue/reviews.txt", REVIEWS);
        Path here = call.command().equals("init") ? Files.createTempDirectory(folder, "bench") : folder;
        List<String> words = new ArrayList<>(call.words().stream().map(DocsTest::here).toList());
        if (OF_MODELS.contains(call.command())) {
            words.addAll(List.of("--threads", "1"));
        }
        ProgramRun run = ProgramRun.in(here, INPUTS.getOrDefault(call.command(), ""), words.toArray(String[]::new));
        assertEquals(0, run.code(), run.out() + run.err());
    }

    /** What stands for a place elsewhere, or for any name, is one of this workspace. */
    private static String here(String word) {
        return switch (word) {
            case "A" -> "Zeichentrigramme";
            case "B" -> "Zufallsvektoren";
            case "DIR" -> folder.resolve("other/eval/results").toString();
            default -> word.replace("~/", folder + "/").replace("/mnt/other-machine/", folder + "/other/").replace("/srv/www/", folder + "/www/");
        };
    }
}
