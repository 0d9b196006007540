package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program whose templates change while a review does: only a Java of its own has templates that are not those of all other tests. */
class BrokenTemplateTest {

    private static final Path HOME = Path.of(System.getProperty("pruefstand.home"));

    @TempDir
    private Path folder;

    @Test
    void aTemplateThatIsGoneWhileAReviewChangesIsToldAsByAWholeBuildAndTheSiteStays() throws IOException, InterruptedException {
        Path home = home();
        Path notes = Files.writeString(folder.resolve("notes.txt"), "m/2026-11-20/https://example.org/m: Small.\n");
        String first = said(home, "init notes.txt", "site");
        assertTrue(first.endsWith("= 0\n"), first);
        Map<String, String> before = files();
        assertTrue(before.get("de/models/m.html").contains("Small."));
        Path template = home.resolve("site/templates/model.html");
        String whole = Files.readString(template);
        Files.delete(template);
        Files.writeString(notes, "m/2026-11-20/https://example.org/m: Smart.\n");
        String said = said(home, "site");
        assertTrue(said.contains("is missing: " + template) && said.endsWith("= 2\n"), said);
        assertEquals(before, files());
        Files.writeString(template, whole);
        assertTrue(said(home, "site").endsWith("= 0\n"));
        assertTrue(files().get("de/models/m.html").contains("Smart."));
    }

    private Path home() throws IOException {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("eval"));
        for (String part : List.of("site", "eval/tasks", "eval/models.yaml")) {
            try (Stream<Path> all = Files.walk(HOME.resolve(part))) {
                for (Path each : all.toList()) {
                    Files.copy(each, home.resolve(HOME.relativize(each)));
                }
            }
        }
        return home;
    }

    private String said(Path home, String... commands) throws IOException, InterruptedException {
        ProcessBuilder java = SomeCommands.java(List.of(), List.of("-Dpruefstand.home=" + home), folder, List.of(commands));
        java.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        return SomeCommands.said(java);
    }

    private Map<String, String> files() throws IOException {
        Path site = folder.resolve("site");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(site)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(site.relativize(file).toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }
}
