package pruefstand.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import pruefstand.model.PassingFolder;

/**
 * Runs the daily commands once, in silence, so that the JVM can note which classes they need: the launcher records an
 * ahead-of-time cache from it. It reads the program's own workspace, builds a site of one review in a folder that it removes again, and
 * writes nothing but the version, which it asks for last and in the way of {@link Main}, so that the ending of the program is noted too.
 */
public final class Rehearsal {

    private static final List<String> COMMANDS = List.of("--help", "lint", "lint --format json", "lint --lang de", "parse", "list",
            "lint --help");

    private static final String REVIEW = "Bergahorn-4B/2026-10-02/https://example.org/bergahorn: Es antwortet schnell. \\n\\n Two steps, one answer.\n";

    private Rehearsal() {
    }

    /**
     * Rehearses.
     *
     * @param arguments the program's folder
     */
    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        for (String command : COMMANDS) {
            program(home, System.getenv()).run(command.split(" "));
        }
        site();
        Main.main(new String[] {"--version"});
    }

    /** A site that is built, and built once more after a review was changed. */
    private static void site() {
        try (PassingFolder passing = PassingFolder.make("pruefstand-rehearsal")) {
            Path folder = passing.path();
            Program program = program(folder, Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()));
            Path reviews = Files.writeString(folder.resolve("reviews.txt"), REVIEW);
            program.run("init", reviews.toString());
            program.run("site");
            Files.writeString(reviews, REVIEW.replace("schnell", "sehr schnell"));
            program.run("site");
        } catch (IOException | UncheckedIOException _) {
            // The other commands start quickly all the same.
            return;
        }
    }

    private static Program program(Path folder, Map<String, String> environment) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Program(new Terminal(InputStream.nullInputStream(), nowhere, nowhere, folder, false, environment));
    }
}
