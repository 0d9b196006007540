package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.run.RunLock;

/**
 * What {@code docs/mistakes.md} shows: what people get wrong, in a workspace that is full of mistakes, and what the program says, word for
 * word. Where the workspace lies, how long something took and names that are drawn are left out there.
 */
class MistakesTableTest {

    private static final Path WORKSPACE = Path.of("src/test/resources/pruefstand/cli/mistakes");
    private static final Path MODELS = Path.of("eval/models").toAbsolutePath();
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern PIPE = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern SECONDS = Pattern.compile("\\([0-9.]+ s\\)");
    private static final Pattern DRAWN = Pattern.compile("\\S*/pruefstand-\\d+\\.txt");
    private static final Pattern PROCESSORS = Pattern.compile("the \\d+ processors");
    private static final Pattern TODAY = Pattern.compile("today is \\d{4}-\\d\\d-\\d\\d");

    /** Of commands that read them. */
    private static final Map<String, String> INPUTS = Map.of("score", "{\"context\": \"a\"}\n", "rerank", "{\"query\": \"a\", \"documents\": [\"b\"]}\n");

    @TempDir
    private static Path folder;

    private record Mistake(String name, String command, String told) {
    }

    @BeforeAll
    static void aWorkspaceFullOfMistakes() throws IOException {
        try (Stream<Path> files = Files.walk(WORKSPACE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(WORKSPACE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        byte[] model = Files.readAllBytes(MODELS.resolve("tiny-de-en-xs-q8_0.gguf"));
        Files.write(folder.resolve("tiny.gguf"), model);
        Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(model, 100_000));
        Files.copy(MODELS.resolve("tiny-bert-de-en-embed-f16.gguf"), folder.resolve("encoder.gguf"));
        Files.copy(folder.resolve("text.txt"), folder.resolve("text.gguf"));
        Files.write(folder.resolve("latin.txt"), new byte[] {'G', 'u', 't', '/', '2', '0', '2', '5', '-', '0', '1', '-', '0', '5', ':', ' ', (byte) 0xF6, '\n'});
    }

    private static List<Mistake> mistakes() throws IOException {
        return Files.readAllLines(Path.of("docs/mistakes.md")).stream().filter(line -> line.startsWith("| ") && !line.startsWith("| mistake"))
                .map(PIPE::split).map(cells -> new Mistake(cells[1].strip(), cells[2].strip().replace("`", ""),
                        cells[3].strip().replace("\\|", "|"))).toList();
    }

    @Test
    void thereAreAtLeastSixty() throws IOException {
        assertTrue(mistakes().stream().map(Mistake::command).distinct().count() >= 60);
    }

    @TestFactory
    Stream<DynamicTest> eachIsToldAsTheTableSays() throws IOException {
        return mistakes().stream().map(mistake -> DynamicTest.dynamicTest(mistake.name(), () -> assertEquals(mistake.told(), told(mistake))));
    }

    private static String told(Mistake mistake) throws IOException {
        String[] arguments = WORD.matcher(mistake.command()).results().map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
        if (!mistake.name().startsWith("A second evaluation")) {
            return shown(ProgramRun.in(folder, INPUTS.getOrDefault(arguments[0], ""), arguments));
        }
        try (RunLock _ = RunLock.take(folder.resolve("eval/results"))) {
            return shown(ProgramRun.in(folder, arguments));
        }
    }

    private static String shown(ProgramRun run) {
        String told = (run.out() + run.err()).replace(folder + "/", "").strip().replace("\n", "<br>");
        return TODAY.matcher(PROCESSORS.matcher(DRAWN.matcher(SECONDS.matcher(told).replaceAll("(… s)")).replaceAll("…"))
                .replaceAll("the … processors")).replaceAll("today is …");
    }
}
