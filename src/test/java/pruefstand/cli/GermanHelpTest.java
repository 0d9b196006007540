package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import pruefstand.text.Messages;

/** Every command explains itself in both languages. */
class GermanHelpTest {

    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final Set<String> HEADINGS = Set.of("usage.synopsisHeading", "usage.commandListHeading",
            "pruefstand.usage.synopsisSubcommandLabel");

    private final Set<String> german = GermanHelp.wordings().keySet();

    /** What stands in English where options and commands are declared, by the key that German has for it. */
    private static Map<String, String> english() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), nowhere, nowhere, Path.of(""), false);
        Map<String, String> english = new LinkedHashMap<>();
        collect(new Program(terminal).line(new Root(terminal, Messages.in(Locale.ENGLISH))), english);
        return english;
    }

    private static void collect(CommandLine line, Map<String, String> english) {
        CommandSpec command = line.getCommandSpec();
        String before = command.qualifiedName(".") + ".";
        english.put(before + "usage.description", String.join("\n", command.usageMessage().description()));
        command.options().forEach(option -> english.put(before + option.longestName().replaceFirst("^-+", ""), String.join("\n", option.description())));
        command.positionalParameters().forEach(parameter -> english.put(before + parameter.paramLabel() + "[" + parameter.index() + "]",
                String.join("\n", parameter.description())));
        line.getSubcommands().values().forEach(below -> collect(below, english));
    }

    @Test
    void everythingThatIsSaidInEnglishIsSaidInGermanAndNothingElse() {
        Map<String, String> english = english();
        Set<String> used = new HashSet<>(HEADINGS);
        List<String> missing = new ArrayList<>();
        Map<String, Set<String>> shared = new HashMap<>();
        english.forEach((key, text) -> {
            String found = german.contains(key) ? key : key.substring(key.lastIndexOf('.', key.contains("[") ? key.indexOf('[') : key.length()) + 1);
            if (german.contains(found) && !found.equals("description")) {
                used.add(found);
                shared.computeIfAbsent(found, _ -> new TreeSet<>()).add(text);
            } else {
                missing.add(key);
            }
        });
        assertEquals(List.of(), missing);
        assertEquals(new TreeSet<>(used), new TreeSet<>(german));
        shared.forEach((key, texts) -> assertEquals(1, texts.size(), key + " stands for different things: " + texts));
    }

    @Test
    void germanAndEnglishNameTheSameDefaults() {
        String german = help("de", "bench");
        assertTrue(german.contains("sonst: 512, gekürzt") && german.contains("sonst: 2048"), german);
        assertTrue(german.startsWith("Aufruf: pruefstand bench"), german);
        assertTrue(german.contains("Beispiel: pruefstand bench"), german);
    }

    @Test
    void everyCommandIsExplainedInGerman() {
        for (String command : english().keySet().stream().filter(key -> key.endsWith(".usage.description") && key.split("\\.").length == 4)
                .map(key -> key.split("\\.")[1]).toList()) {
            String told = help("de", command);
            assertTrue(told.startsWith("Aufruf: ") && told.contains("diese Hilfe"), told);
            assertFalse(told.contains("default") || told.contains("Example") || told.contains("${"), told);
        }
    }

    @Test
    void theListOfCommandsAndTheirGroupsAreGermanToo() {
        String all = help("de");
        assertTrue(all.contains("Befehle:") && all.contains("Messen, was fehlt: jede Variante"), all);
        assertTrue(ProgramRun.in(HERE, "--lang", "de").out().contains("Befehle:"));
        assertTrue(help("de", "results", "verify").contains("Jedes Ergebnis prüfen"));
        assertTrue(help("de", "results").contains("Befehle:"));
    }

    @Test
    void whatIsTypedWrongIsToldInGermanToo() {
        wrong("Eine Option „--fixx“ gibt es nicht. Gemeint ist „--fix“?", "lint", "--fixx");
        wrong("Es fehlt, oder hat keinen Wert: '--model=M'", "bench");
        wrong("Es fehlt, oder hat keinen Wert: 'NAME'", "show");
        wrong("Es fehlt, oder hat keinen Wert: '--model=M'", "bench", "--model");
        wrong("Kein Wert für „--threads“: „viele“ ist keine ganze Zahl", "eval", "--threads", "viele");
        wrong("Kein Wert für „--threads“: „0“ ist nicht größer als 0", "eval", "--threads", "0");
        wrong("Kein Wert für „--top-k“: „x“ ist keine ganze Zahl", "generate", "--model", "m", "--prompt", "p", "--top-k", "x");
        wrong("Kein Wert für „--top-p“: „x“ ist keine Zahl", "generate", "--model", "m", "--prompt", "p", "--top-p", "x");
        wrong("Kein Wert für „--format“: „xml“ ist keines von text, json, sarif, github", "lint", "--format", "xml");
        wrong("Kein Wert für „--today“: „gestern“ ist kein Tag; erwartet ist JJJJ-MM-TT", "lint", "--today", "gestern");
        wrong("Hier wird nicht erwartet: „b“", "show", "a", "b");
        wrong("Mehr als einmal angegeben: '--out=D'", "site", "--out", "a", "--out", "b");
        wrong("Diese gehören zusammen: '--parameters=N', '--bits=B'", "forecast", "--parameters", "8B");
        wrong("Erwartet wird `results verify` oder `results prune`.", "results");
    }

    private static void wrong(String expected, String... arguments) {
        ProgramRun run = ProgramRun.in(HERE, Stream.concat(Arrays.stream(arguments), Stream.of("--lang", "de")).toArray(String[]::new));
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().startsWith("pruefstand: " + expected), run.err());
    }

    @Test
    void englishStaysEnglish() {
        String told = help("en", "lint");
        assertTrue(told.startsWith("Usage: pruefstand lint") && told.contains("Example: ") && !told.contains("Beispiel"), told);
    }

    private static String help(String language, String... command) {
        String[] arguments = Stream.concat(Arrays.stream(command), Stream.of("--help", "--lang", language)).toArray(String[]::new);
        ProgramRun run = ProgramRun.in(HERE, arguments);
        assertEquals(0, run.code(), run.err());
        return run.out();
    }
}
