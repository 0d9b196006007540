package pruefstand.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where a command reads from and writes to.
 *
 * @param in standard input
 * @param out results
 * @param err everything else
 * @param folder that relative paths start from
 * @param isInteractive whether a person sits in front of it
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, Path folder, boolean isInteractive) {
}
