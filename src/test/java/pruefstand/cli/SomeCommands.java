package pruefstand.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs commands one after the other and prints what each says: for a Java of its own, set up in its own way. */
final class SomeCommands {

    private static final List<String> COMMANDS = List.of("parse r.txt", "lint --format json r.txt", "fmt --diff r.txt", "list --json",
            "show MINI-I1", "models --json", "LINT r.txt", "eval --plan", "search Gut", "generate --model MINI-I1:Q8 --prompt I",
            "export --format CSV", "compare MINI-I1:Q8 MINI-I1:b");

    private SomeCommands() {
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (String command : COMMANDS) {
            ProgramRun run = ProgramRun.in(Path.of(arguments[0]), command.split(" "));
            out.println("$ " + command + "\n" + run.out() + run.err() + run.code());
        }
        System.exit(0);
    }
}
