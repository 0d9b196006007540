package pruefstand.nightly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import pruefstand.text.Message;

/**
 * A command that the workspace names; what it prints goes where this program's messages go.
 *
 * @param line as a shell reads it
 * @param folder in which it runs
 */
record ShellCommand(String line, Path folder) {

    /**
     * Runs it to its end.
     *
     * @param input what it reads on standard input
     * @return what went wrong; empty where it ended with 0
     */
    Optional<Message> run(String input) {
        try {
            Process process = new ProcessBuilder("sh", "-c", "exec 1>&2\n" + line).directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            feed(process, input);
            int code = process.onExit().join().exitValue();
            return code == 0 ? Optional.empty() : Optional.of(Message.of("nightly.command.ended", line, code));
        } catch (IOException e) {
            return Optional.of(Message.of("nightly.command.not-started", line, String.valueOf(e.getMessage())));
        }
    }

    private static void feed(Process process, String input) {
        try (var out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A command need not read what it is given; its exit code says whether it did what it should.
            return;
        }
    }
}
