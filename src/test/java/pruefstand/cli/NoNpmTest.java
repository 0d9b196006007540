package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.tools.ant.DefaultLogger;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.ProjectHelper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A machine without npm, or where it cannot fetch anything: the build goes on and says what is missing, and so does the program. */
class NoNpmTest {

    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final String ADVICE = "install Node.js with npm and build again";

    @TempDir
    private Path folder;

    @Test
    void theBuildSaysWhatIsMissingAndGoesOn() throws IOException {
        assertTrue(installed(folder.resolve("nowhere")).contains(ADVICE));
    }

    @Test
    void anNpmThatFailsIsToldLikeNone() throws IOException {
        assertTrue(installed(npm("exit 1")).contains(ADVICE));
    }

    @Test
    void whereEverythingIsThereNothingIsSaid() throws IOException {
        assertEquals("", installed(npm("mkdir node_modules && touch node_modules/.package-lock.json")));
        assertEquals("", installed(folder.resolve("nowhere")));
    }

    private Path npm(String does) throws IOException {
        Path npm = Files.writeString(folder.resolve("npm"), "#!/bin/sh\n" + does + "\n");
        return Files.setPosixFilePermissions(npm, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What this step of the build says that its quiet form still shows. */
    private String installed(Path npm) throws IOException {
        Path folderOfTheStep = Files.createDirectories(folder.resolve("native"));
        for (String file : List.of("install.xml", "package.json", "package-lock.json")) {
            if (Files.notExists(folderOfTheStep.resolve(file))) {
                Files.copy(HOME.resolve("eval/native").resolve(file), folderOfTheStep.resolve(file));
            }
        }
        var said = new ByteArrayOutputStream();
        var logger = new DefaultLogger();
        logger.setErrorPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8));
        logger.setOutputPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8));
        logger.setMessageOutputLevel(Project.MSG_ERR);
        Project step = new Project();
        step.addBuildListener(logger);
        step.init();
        step.setBaseDir(folderOfTheStep.toFile());
        step.setUserProperty("npm", npm.toString());
        step.setUserProperty("env.PATH", npm.toString());
        ProjectHelper.configureProject(step, folderOfTheStep.resolve("install.xml").toFile());
        step.executeTarget("install");
        return said.toString(StandardCharsets.UTF_8);
    }

    @TestFactory
    Stream<DynamicTest> theProgramRunsWhatNeedsNoLlamaAndSaysHowToGetIt() throws IOException, InterruptedException {
        aProgramWithoutLlama();
        Path text = HOME.resolve("README.md");
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("lint", "= 0");
        expected.put("list", "= 0");
        expected.put("site --out pages", "= 0");
        expected.put("doctor", "llama.cpp is not installed for ");
        expected.put("perplexity --threads 1 --model eval/models/tiny-de-en-xs-q4_0.gguf --text-file " + text, "Run `npm ci --ignore-scripts` in ");
        expected.put("eval --results new --threads 1 --models {tiny-de-en-xs:Q4_0,Zeichentrigramme} --tasks perplexity-*", "llama.cpp is not installed for ");
        expected.put("rerank --threads 1 --model eval/models/tiny-bert-de-en-cross", "= 0");
        Files.createDirectories(folder.resolve("new"));
        Map<String, String> answers = SomeCommands.answers(SomeCommands.java(List.of(), List.of("-Dpruefstand.home=" + folder), folder,
                List.copyOf(expected.keySet())));
        return expected.keySet().stream().map(command -> dynamicTest(command, () -> holds(answers.get(command), expected.get(command))));
    }

    private static void holds(String answer, String expected) {
        assertAll(() -> assertTrue(answer.contains(expected), answer), () -> assertFalse(answer.contains("\tat "), answer),
                () -> assertFalse(answer.contains("= 70\n"), answer));
    }

    /** The checkout, but for what npm brings. */
    private void aProgramWithoutLlama() throws IOException {
        link(HOME, folder, List.of("pruefstand.yaml", "catalogue", "site"));
        link(HOME.resolve("eval"), Files.createDirectories(folder.resolve("eval")), List.of("models.yaml", "models", "tasks"));
    }

    private static void link(Path from, Path to, List<String> names) throws IOException {
        for (String name : names) {
            Files.createSymbolicLink(to.resolve(name), from.resolve(name));
        }
    }
}
