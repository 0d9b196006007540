package pruefstand.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of the program, in this process.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record ProgramRun(int code, String out, String err) {

    /** Runs it in a folder, with English messages. */
    static ProgramRun in(Path folder, String... arguments) {
        return in(folder, "", arguments);
    }

    /** Runs it in a folder with further environment variables. */
    static ProgramRun in(Path folder, Map<String, String> environment, String... arguments) {
        var out = new ByteArrayOutputStream();
        Map<String, String> all = new HashMap<>(System.getenv());
        all.putAll(environment);
        ProgramRun run = run(folder, new byte[0], out, all, arguments);
        return new ProgramRun(run.code(), out.toString(StandardCharsets.UTF_8), run.err());
    }

    /** Runs it in a folder with something on standard input. */
    static ProgramRun in(Path folder, String input, String[] arguments) {
        return in(folder, input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    /** Runs it in a folder with bytes on standard input. */
    static ProgramRun in(Path folder, byte[] input, String... arguments) {
        var out = new ByteArrayOutputStream();
        ProgramRun run = run(folder, input, out, System.getenv(), arguments);
        return new ProgramRun(run.code(), out.toString(StandardCharsets.UTF_8), run.err());
    }

    /** Runs it in a folder with an output of one's own. */
    static ProgramRun into(OutputStream out, Path folder, String... arguments) {
        return run(folder, new byte[0], out, System.getenv(), arguments);
    }

    private static ProgramRun run(Path folder, byte[] input, OutputStream out, Map<String, String> environment, String... arguments) {
        var err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        Terminal terminal = new Terminal(new ByteArrayInputStream(input), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), folder, false, environment);
        int code = new Program(terminal).run(all.toArray(String[]::new));
        return new ProgramRun(code, "", err.toString(StandardCharsets.UTF_8));
    }
}
