package pruefstand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pruefstand.text.Refusal;

/** A text that somebody types in an editor. It stays on disk until it has found its way into the file. */
final class Typed {

    private final Path file;

    private Typed(Path file) {
        this.file = file;
    }

    /** Puts a text where an editor, or the user after a refusal, finds it. */
    static Typed keep(String text) {
        try {
            return new Typed(Files.writeString(Files.createTempFile("pruefstand-", ".txt"), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lets the user edit the text and returns it.
     *
     * @param editor a command of the shell; the file's name is put after it
     */
    String edit(Optional<String> editor) {
        List<String> command = command(editor.or(() -> variable("VISUAL")).or(() -> variable("EDITOR")));
        try {
            int code = new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue();
            if (code != 0) {
                throw Refusal.input("cli.edit.editor", String.join(" ", command), Integer.toString(code), file.toString());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw Refusal.missing("cli.edit.no-editor", command.getFirst()).because(e);
        }
    }

    /** Through the shell, as git does, since people give their editor arguments. */
    private List<String> command(Optional<String> editor) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        String chosen = editor.orElse(windows ? "notepad" : "vi");
        return windows ? List.of("cmd", "/c", chosen + " \"" + file + "\"")
                : List.of("sh", "-c", chosen + " \"$1\"", "sh", file.toString());
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    Path file() {
        return file;
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
