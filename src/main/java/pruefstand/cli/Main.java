package pruefstand.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The program. Only this class ends the process. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new PipeOutput(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Program program = new Program(new Terminal(System.in, out, err, Path.of(""), isInteractive()));
        // A thread that nobody waits for has only this way to say what it died of.
        Thread.setDefaultUncaughtExceptionHandler((_, error) -> program.tell(error, arguments));
        System.exit(program.run(arguments));
    }

    /** Java can only ask about standard input and output together, and not about standard error, where the bar is drawn. */
    private static boolean isInteractive() {
        return System.console() != null && System.console().isTerminal();
    }
}
