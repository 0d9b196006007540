package pruefstand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, as a shell starts it, on the jar that this build made. */
class LauncherIT {

    private static final Path LAUNCHER = Path.of("pruefstand").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void runsFromAnyFolder() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("r.txt"), "b/2025-01-01: Zwei.\na/2025-01-01: Eins.\n");
        Started run = start(environment -> environment, "lint", "r.txt", "--lang", "en");
        assertEquals(1, run.code());
        assertTrue(run.out().startsWith("r.txt:2:1: error: order: "), run.out() + run.err());
    }

    @Test
    void runsThroughALink() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("bench"), LAUNCHER);
        Process process = new ProcessBuilder(link.toString(), "--help").start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertTrue(out.startsWith("Usage: pruefstand"), out);
    }

    @Test
    void runsOnTheInstalledJdk25AlthoughJavaHomeIsOlder() throws IOException, InterruptedException {
        Path old = Files.createDirectories(folder.resolve("old/bin")).getParent();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        assertTrue(Files.createFile(old.resolve("bin/java")).toFile().setExecutable(true));
        Started run = start(environment -> {
            environment.environment().put("JAVA_HOME", old.toString());
            return environment;
        }, "doctor", "--lang", "en");
        assertTrue(run.out().startsWith("Java 25"), run.out() + run.err());
    }

    @Test
    void aLargeSiteIsStartedInFullAndToldOnceAndALaterChangeIsQuick() throws IOException, InterruptedException {
        String words = "Ein Satz, der nicht lang ist. ".repeat(40_000);
        Path notes = Files.writeString(folder.resolve("r.txt"), "m/2026-11-20/https://example.org/m: " + words + "\n");
        assertEquals(0, cached("init", "r.txt").code());
        Started whole = cached("site", "--json", "--lang", "en");
        assertEquals(0, whole.code(), whole.err());
        assertTrue(whole.out().contains("\"unchanged\":0,"), whole.out());
        assertEquals(1, whole.err().lines().filter(line -> line.contains(" files written")).count(), whole.err());
        assertEquals(2, starts(whole), whole.err());
        Files.writeString(notes, "m/2026-11-20/https://example.org/m: Neu. " + words + "\n");
        Started change = cached("site", "--json", "--lang", "en");
        assertEquals(0, change.code(), change.err());
        assertFalse(change.out().contains("\"unchanged\":0,"), change.out());
        assertEquals(1, starts(change), change.err());
    }

    /** How often Java was started: each tells of its options. */
    private static long starts(Started run) {
        return run.err().lines().filter(line -> line.contains("JDK_JAVA_OPTIONS")).count();
    }

    private Started cached(String... arguments) throws IOException, InterruptedException {
        return start(environment -> {
            environment.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
            environment.environment().put("JDK_JAVA_OPTIONS", "-Dnothing=0");
            return environment;
        }, arguments);
    }

    @Test
    void leavesNothingBehindInTheTemporaryFolder() throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Files.writeString(folder.resolve("t.txt"), "Ein Satz, der nicht lang ist.");
        Started run = start(environment -> {
            environment.environment().put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
            return environment;
        }, "perplexity", "--model", "tiny-de-en-xs:Q8_0", "--text-file", "t.txt");
        assertEquals(2, run.code(), run.err());
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(0, left.filter(path -> !path.getFileName().toString().startsWith("hsperfdata")).count());
        }
    }

    @Test
    void findsAFolderWithAnUmlautInAnyLocaleAndKeepsTheLanguage() throws IOException, InterruptedException {
        Path inside = Files.createDirectories(folder.resolve("bänk"));
        Files.writeString(inside.resolve("r.txt"), "Größe/2025-01-01: Eins.\n");
        Started plain = start(environment -> {
            environment.environment().put("LC_ALL", "C");
            return environment;
        }, "parse", "bänk/r.txt");
        assertEquals(0, plain.code(), plain.err());
        assertTrue(plain.out().contains("\"Größe\""), plain.out());
        Started german = start(environment -> {
            environment.environment().remove("LC_ALL");
            environment.environment().put("LC_MESSAGES", "de_DE.ISO-8859-1");
            return environment;
        }, "parse", "bänk/nichts.txt");
        assertEquals(3, german.code(), german.err());
        assertTrue(german.err().contains("bänk/nichts.txt") && !german.err().contains("There is"), german.err());
    }

    private record Started(int code, String out, String err) {
    }

    @FunctionalInterface
    private interface Change {
        ProcessBuilder to(ProcessBuilder builder);
    }

    private Started start(Change change, String... arguments) throws IOException, InterruptedException {
        String[] command = Stream.concat(Stream.of(LAUNCHER.toString()), Arrays.stream(arguments)).toArray(String[]::new);
        Process process = change.to(new ProcessBuilder(command).directory(folder.toFile())).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Started(process.waitFor(), out, err);
    }
}
