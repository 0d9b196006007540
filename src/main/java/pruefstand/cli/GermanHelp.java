package pruefstand.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code --help} says, in German; it is only fetched where somebody asks for help. */
final class GermanHelp {

    private static final List<String> ASKING = List.of("-h", "--help");
    private static final String EXAMPLE = "Example: ";
    private static final String BEISPIEL = "Beispiel: ";

    private GermanHelp() {
    }

    static boolean isAskedFor(String... arguments) {
        return Stream.of(arguments).anyMatch(ASKING::contains);
    }

    /** Gives a command and all below it German descriptions, where that is the language. */
    static void addTo(CommandLine line, Locale language) {
        if (language.equals(Locale.GERMAN)) {
            line.setResourceBundle(wordings());
            translateExamples(line);
        }
    }

    static PropertyResourceBundle wordings() {
        try (Reader in = new InputStreamReader(GermanHelp.class.getResourceAsStream("help_de.properties"), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Examples are commands, which are the same in every language. */
    private static void translateExamples(CommandLine line) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.footer(Stream.of(usage.footer()).map(GermanHelp::translated).toArray(String[]::new));
        line.getSubcommands().values().forEach(GermanHelp::translateExamples);
    }

    private static String translated(String footer) {
        if (footer.startsWith(EXAMPLE)) {
            return BEISPIEL + footer.substring(EXAMPLE.length());
        }
        return footer.startsWith(" ") ? " ".repeat(BEISPIEL.length() - EXAMPLE.length()) + footer : footer;
    }
}
