package pruefstand.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command reads from and writes to.
 *
 * @param in standard input
 * @param out results
 * @param err everything else
 * @param folder that relative paths start from
 * @param isInteractive whether a person sits in front of it
 * @param environment environment variables
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, Path folder, boolean isInteractive,
        Map<String, String> environment) {

    /** A terminal with the environment of this process. */
    Terminal(InputStream in, PrintStream out, PrintStream err, Path folder, boolean isInteractive) {
        this(in, out, err, folder, isInteractive, System.getenv());
    }

    /** One line beside the results. */
    void say(String line) {
        err.println(Harmless.text(line));
    }
}
