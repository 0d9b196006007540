package pruefstand.cli;

import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import pruefstand.text.Message;
import pruefstand.text.Messages;

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

    /** Says in one line what went wrong beside the command that these arguments called. */
    void tell(Throwable e, String... arguments) {
        if (Arrays.asList(arguments).contains("--debug")) {
            e.printStackTrace(terminal.err());
        }
        say(Complaint.of(e), Messages.in(locale(arguments)));
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
            return say(Complaint.of(e), messages);
        }
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
        return say(Complaint.of(e), messages);
    }

    private int say(Complaint complaint, Messages messages) {
        return say(messages.text(complaint.what()), complaint.exitCode());
    }

    private int say(String text, int code) {
        terminal.say("pruefstand: " + text);
        return code;
    }
}
