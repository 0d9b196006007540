package pruefstand.cli;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import pruefstand.text.Message;

/** What is wrong with arguments; picocli says it in English, and of some with names of Java. */
final class Misuse {

    private Misuse() {
    }

    static Message of(ParameterException e) {
        return switch (e) {
            case MissingParameterException missing when missing.getMissing().stream().anyMatch(argument -> argument.group() != null) ->
                Message.of("cli.misuse.together", labels(missing.getMissing()));
            case MissingParameterException missing -> Message.of("cli.misuse.missing", labels(missing.getMissing()));
            case UnmatchedArgumentException unmatched when unmatched.isUnknownOption() ->
                Message.of("cli.misuse.option", unmatched.getUnmatched().getFirst(), unmatched.getSuggestions().stream().findFirst().orElse("none"));
            case UnmatchedArgumentException unmatched -> Message.of("cli.misuse.unmatched", String.join(" ", unmatched.getUnmatched()));
            case OverwrittenOptionException twice -> Message.of("cli.misuse.twice", label(twice.getOverwritten()));
            default -> e.getArgSpec() == null || e.getValue() == null ? Message.of("cli.trouble", e.getMessage())
                    : Message.of("cli.misuse.value", name(e.getArgSpec()), reason(e));
        };
    }

    private static Object reason(ParameterException e) {
        Class<?> type = e.getArgSpec().type();
        if (type.isEnum()) {
            return Message.of("cli.misuse.choice", e.getValue(), Arrays.stream(type.getEnumConstants())
                    .map(choice -> choice.toString().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")));
        }
        if (type == int.class || type == long.class) {
            return Message.of("cli.misuse.whole-number", e.getValue());
        }
        if (type == double.class) {
            return Message.of("cli.misuse.number", e.getValue());
        }
        return Arrays.asList(e.getArgSpec().auxiliaryTypes()).contains(LocalDate.class) ? Message.of("cli.misuse.date", e.getValue())
                : String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
    }

    private static String labels(Collection<ArgSpec> arguments) {
        return arguments.stream().map(Misuse::label).collect(Collectors.joining(", "));
    }

    private static String label(ArgSpec argument) {
        return "'" + name(argument) + (argument.isOption() && argument.arity().max() > 0 ? "=" + argument.paramLabel() : "") + "'";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
