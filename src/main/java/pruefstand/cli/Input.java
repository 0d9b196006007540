package pruefstand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pruefstand.text.Refusal;

/** What a command reads: a file, or standard input where {@code -} stands for one. */
final class Input {

    static final Path STANDARD_INPUT = Path.of("-");

    private final Root root;

    Input(Root root) {
        this.root = root;
    }

    /** A whole text. */
    String text(Path file) {
        if (!file.equals(STANDARD_INPUT) && Files.isDirectory(root.path(file))) {
            throw Refusal.input("cli.is-folder", file.toString());
        }
        try {
            byte[] bytes = file.equals(STANDARD_INPUT) ? root.terminal().in().readAllBytes() : Files.readAllBytes(root.path(file));
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.input("cli.not-utf-8", file.toString()).because(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of standard input, without their ends. */
    List<String> lines() {
        return text(STANDARD_INPUT).lines().toList();
    }
}
