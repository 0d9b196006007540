package pruefstand.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import pruefstand.run.RunStopped;
import pruefstand.run.Shortage;
import pruefstand.text.Message;
import pruefstand.text.Messages;
import pruefstand.text.Refusal;

/** Turns arguments into a command, runs it, and turns what goes wrong into one line and an exit code. */
final class Program {

    private final Terminal terminal;

    Program(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs one command and returns its exit code. */
    int run(String... arguments) {
        Messages messages = Messages.in(locale(arguments));
        Root root = new Root(terminal, messages);
        return written(execute(line(root, arguments), root, messages, arguments), messages);
    }

    /** All that arguments may say, as far as their command goes. */
    CommandLine line(Root root, String... arguments) {
        Messages messages = root.messages();
        Commands commands = new Commands(root);
        CommandLine line = new CommandLine(root, commands);
        commands.addTo(line, arguments);
        if (GermanHelp.isAskedFor(arguments)) {
            GermanHelp.addTo(line, messages.locale());
        }
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(OptionalInt.class, text -> wholeNumber(text, messages))
                .registerConverter(LocalTime.class, text -> time(text, messages))
                .setUsageHelpAutoWidth(terminal.isInteractive())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.isInteractive() ? Ansi.AUTO : Ansi.OFF))
                .setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setExecutionExceptionHandler((e, _, parsed) -> complain(e, root, messages, parsed))
                .setParameterExceptionHandler((e, wrong) -> misused(e, messages, wrong));
    }

    /** Also what is no exception but an end of means, such as the stack's, is told in one line. */
    private int execute(CommandLine line, Root root, Messages messages, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
            if (root.debug) {
                e.printStackTrace(terminal.err());
            }
            return unexpected(e, messages);
        }
    }

    /** Either the machine is short of something, or the program is wrong. */
    private int unexpected(Throwable e, Messages messages) {
        return Shortage.of(e).map(refusal -> say(messages.text(refusal.what()), refusal.kind().exitCode()))
                .orElseGet(() -> say(messages.text(Message.of("cli.internal", e.toString())), Exit.INTERNAL));
    }

    /** What nobody could read is not done, whatever the command thinks of it. */
    private int written(int code, Messages messages) {
        return terminal.out().checkError() ? say(messages.text(Message.of("cli.output-lost")), Exit.USAGE) : code;
    }

    /** The language has to be known before anything is said, so it is looked for before the arguments are parsed. */
    private static Locale locale(String... arguments) {
        List<String> all = Arrays.asList(arguments);
        int at = all.indexOf("--lang");
        return all.stream().filter(argument -> argument.startsWith("--lang=")).map(argument -> argument.substring(7)).findFirst()
                .or(() -> at < 0 || at + 1 >= all.size() ? Optional.empty() : Optional.of(all.get(at + 1)))
                .map(Locale::forLanguageTag).orElseGet(() -> Locale.getDefault(Locale.Category.DISPLAY));
    }

    private static OptionalInt wholeNumber(String text, Messages messages) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            throw new CommandLine.TypeConversionException(messages.text(Message.of("cli.misuse.whole-number", text)));
        }
        throw new CommandLine.TypeConversionException(messages.text(Message.of("cli.misuse.positive", text)));
    }

    private static LocalTime time(String text, Messages messages) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new CommandLine.TypeConversionException(messages.text(Message.of("cli.no-time", text)));
        }
    }

    private int misused(CommandLine.ParameterException e, Messages messages, String... arguments) {
        if (e instanceof CommandLine.UnmatchedArgumentException && e.getCommandLine().getParent() == null && !arguments[0].startsWith("-")) {
            return say(messages.text(Message.of("cli.no-command", arguments[0], Commands.near(arguments[0]).orElse("none"))), Exit.USAGE);
        }
        terminal.say("pruefstand: " + messages.text(Misuse.of(e)));
        terminal.say(e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return Exit.USAGE;
    }

    private int complain(Exception e, Root root, Messages messages, CommandLine.ParseResult parsed) {
        terminal.out().flush();
        if (root.debug) {
            e.printStackTrace(terminal.err());
        }
        return switch (e) {
            case Refusal refusal -> say(messages.text(refusal.what()), refusal.kind().exitCode());
            case RunStopped stopped -> say(messages.text(Message.of("cli.stopped")), stopped.exitCode());
            case UncheckedIOException io -> say(messages.text(about(io.getCause())), code(io.getCause()));
            case IOException io -> say(messages.text(about(io)), code(io));
            case InvalidPathException path -> say(messages.text(Message.of("cli.bad-path", path.getInput(), path.getReason())),
                    Exit.USAGE);
            default -> unexpected(e, messages);
        };
    }

    private int say(String text, int code) {
        terminal.say("pruefstand: " + text);
        return code;
    }

    private static Message about(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> Message.of("cli.no-file", missing.getFile());
            case AccessDeniedException denied -> Message.of("cli.no-access", denied.getFile());
            case FileSystemException other -> Message.of("cli.file-trouble", String.valueOf(other.getFile()),
                    other.getReason() == null ? other.getClass().getSimpleName() : other.getReason());
            default -> Message.of("cli.trouble", String.valueOf(e.getMessage()));
        };
    }

    private static int code(IOException e) {
        return e instanceof NoSuchFileException ? Exit.MISSING : Exit.USAGE;
    }
}
