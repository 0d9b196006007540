package pruefstand.model.suggest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pruefstand.catalogue.LockedFile;
import pruefstand.model.Registry;
import pruefstand.text.Refusal;

/** Puts entries at the end of a registry file. What stands in it, comments and all, stays as it is to the byte. */
public final class RegistryAppendix {

    private static final Pattern EMPTY_LIST = Pattern.compile("(?m)^models:[ \\t]*\\[[ \\t]*\\][ \\t]*(#.*)?\\s*\\z");
    private static final Pattern FIRST_ENTRY = Pattern.compile("(?m)^models:[ \\t]*(?:#.*)?\\R(?:[ \\t]*(?:#.*)?\\R)*([ ]*)- ");
    private static final Pattern NO_ENTRY = Pattern.compile("(?m)^models:[ \\t]*(?:#.*)?(?:\\R[ \\t]*(?:#.*)?)*\\z");
    private static final String USUAL_INDENT = "  ";

    private RegistryAppendix() {
    }

    /**
     * Appends.
     *
     * @throws Refusal if the file is written so that nothing can be appended; it is then as it was
     */
    public static void append(Path registry, List<SuggestedEntry> entries) {
        try (LockedFile file = LockedFile.open(registry)) {
            String before = Files.readString(registry);
            String after = appended(before, entries, registry);
            check(registry, after);
            file.replace(out -> out.write(after.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with entries after it; the empty list {@code []} alone gives way, since a list cannot go on behind it. */
    static String appended(String before, List<SuggestedEntry> entries, Path registry) {
        Matcher empty = EMPTY_LIST.matcher(before);
        if (empty.find()) {
            return before.substring(0, empty.start()) + empty.group().replaceFirst("[ \\t]*\\[[ \\t]*\\]", "").stripTrailing() + "\n"
                    + text(entries, USUAL_INDENT);
        }
        Matcher first = FIRST_ENTRY.matcher(before);
        if (!first.find() && !NO_ENTRY.matcher(before).find()) {
            throw Refusal.input("model.suggest.no-place", registry.toString());
        }
        String indent = first.reset().find() ? first.group(1) : USUAL_INDENT;
        return before + (before.endsWith("\n") ? "" : "\n") + text(entries, indent);
    }

    private static String text(List<SuggestedEntry> entries, String indent) {
        return entries.stream().flatMap(entry -> entry.lines().stream()).map(line -> indent + line + "\n").collect(Collectors.joining());
    }

    /** What would not be read as a registry is never put in its place. */
    private static void check(Path registry, String text) throws IOException {
        Path draft = Files.createTempFile(registry.toAbsolutePath().getParent(), ".models", ".yaml");
        try {
            Registry.read(Files.writeString(draft, text));
        } catch (Refusal e) {
            throw Refusal.input("model.suggest.no-place", registry.toString()).because(e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
