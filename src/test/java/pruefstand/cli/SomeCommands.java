package pruefstand.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs commands one after the other and prints what each says: for a Java of its own, set up in its own way. */
final class SomeCommands {

    private SomeCommands() {
    }

    /**
     * Runs them.
     *
     * @param arguments the folder to stand in, then the commands
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (String command : Arrays.asList(arguments).subList(1, arguments.length)) {
            ProgramRun run = ProgramRun.in(Path.of(arguments[0]), command.split(" "));
            out.println("$ " + command + "\n" + run.out() + run.err() + "= " + run.code());
        }
        System.exit(0);
    }

    /**
     * A Java that runs them.
     *
     * @param before what starts it, and gives it less than others have
     * @param options of Java
     */
    static ProcessBuilder java(List<String> before, List<String> options, Path folder, List<String> commands) {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-Dpruefstand.home=" + System.getProperty("pruefstand.home"), "-cp", System.getProperty("java.class.path")));
        command.addAll(options);
        command.addAll(List.of(SomeCommands.class.getName(), folder.toString()));
        command.addAll(commands);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** What it said, all in one. */
    static String said(ProcessBuilder java) throws IOException, InterruptedException {
        Process process = java.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("with exit code " + process.exitValue() + ": " + said);
        }
        return said;
    }

    /** What it said to each command, with the exit code in the last line. */
    static Map<String, String> answers(ProcessBuilder java) throws IOException, InterruptedException {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String part : said(java).split("(?m)^\\$ ")) {
            int end = part.indexOf('\n');
            answers.put(part.substring(0, Math.max(0, end)), part.substring(end + 1));
        }
        return answers;
    }
}
