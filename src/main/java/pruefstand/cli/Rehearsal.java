package pruefstand.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the daily commands once, in silence, so that the JVM can note which classes they need: the launcher records an
 * ahead-of-time cache from it. It reads the program's own workspace and writes nothing but the version, which it asks for last and
 * in the way of {@link Main}, so that the ending of the program is noted too.
 */
public final class Rehearsal {

    private static final List<String> COMMANDS = List.of("--help", "lint", "lint --format json", "lint --lang de", "parse", "list",
            "lint --help");

    private Rehearsal() {
    }

    /**
     * Rehearses.
     *
     * @param arguments the program's folder
     */
    public static void main(String[] arguments) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), nowhere, nowhere, Path.of(arguments[0]), false);
        for (String command : COMMANDS) {
            new Program(terminal).run(command.split(" "));
        }
        Main.main(new String[] {"--version"});
    }
}
