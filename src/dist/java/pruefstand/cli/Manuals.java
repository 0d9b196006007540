package pruefstand.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;
import pruefstand.text.Messages;

/** Writes what belongs to a packaged command line: completion for shells, and the pages of the manual as AsciiDoc. */
public final class Manuals {

    private Manuals() {
    }

    /** @param arguments the folder for the completion, the folder for the pages */
    public static void main(String[] arguments) throws IOException {
        Root root = new Root(new Terminal(InputStream.nullInputStream(), nowhere(), nowhere(), Path.of(""), false), Messages.in(Locale.ENGLISH));
        Commands commands = new Commands(root);
        CommandLine line = new CommandLine(root, commands);
        commands.addTo(line);
        Path completion = Files.createDirectories(Path.of(arguments[0])).resolve("pruefstand");
        Files.writeString(completion, AutoComplete.bash("pruefstand", line).replaceAll("(?m)^# \\[picocli .*\\R|^#.* on \\w{3} \\w{3} \\d.*\\R", ""));
        Path pages = Files.createDirectories(Path.of(arguments[1]));
        ManPageGenerator.generateManPage(pages.toFile(), null, new boolean[0], true, line.getCommandSpec());
    }

    private static PrintStream nowhere() {
        return new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    }
}
