package pruefstand.model.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pruefstand.json.Json;
import pruefstand.model.ListedModel;
import pruefstand.model.Prompts;
import pruefstand.model.Registry;

/**
 * An entry as it would stand in a registry.
 *
 * @param name as the reviews list it
 * @param titles what the files call themselves
 * @param lines of YAML, the first beginning with {@code - name:}, the others indented by two
 */
public record SuggestedEntry(String name, List<String> titles, List<String> lines) {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_./+-]*( [\\p{L}\\p{N}_./+-]+)*");
    private static final Pattern WORDS_OF_YAML = Pattern.compile("true|false|null|yes|no|on|off|y|n", Pattern.CASE_INSENSITIVE);

    public SuggestedEntry {
        titles = List.copyOf(titles);
        lines = List.copyOf(lines);
    }

    static SuggestedEntry of(Suggestion found, Registry known) {
        Optional<ListedModel> model = known.find(found.name());
        List<String> lines = new ArrayList<>(List.of("- name: " + quoted(found.name())));
        boolean isEncoder = found.files().stream().anyMatch(FileIdentity::isEncoder);
        lines.add("  kind: " + model.map(listed -> listed.kind().toString()).orElse(isEncoder ? "encoder" : "decoder"));
        model.flatMap(ListedModel::family).ifPresent(family -> lines.add("  family: " + quoted(family)));
        model.flatMap(ListedModel::license).ifPresent(license -> lines.add("  license: " + quoted(license)));
        model.map(ListedModel::prompts).filter(prompts -> !prompts.equals(Prompts.NONE)).ifPresent(prompts -> lines
                .add("  prompts: {query: " + quoted(prompts.query()) + ", document: " + quoted(prompts.document()) + "}"));
        model.flatMap(ListedModel::pooling).ifPresent(pooling -> lines.add("  pooling: " + pooling));
        lines.add("  variants:");
        variants(found.files()).forEach((variant, file) -> lines.add("    - {name: " + quoted(variant) + ", " + source(file) + "}"));
        return new SuggestedEntry(found.name(), found.files().stream().map(FileIdentity::title).distinct().toList(), lines);
    }

    /** Each quantization once: two files of the same are the same to the reader. */
    private static Map<String, FileIdentity> variants(List<FileIdentity> files) {
        Map<String, FileIdentity> variants = new LinkedHashMap<>();
        files.forEach(file -> variants.putIfAbsent(file.quantization().orElse("GGUF"), file));
        return variants;
    }

    private static String source(FileIdentity file) {
        return file.file().hub().map(hub -> "hub: " + quoted(hub.repository()) + ", revision: " + quoted(hub.revision())
                + ", file: " + quoted(hub.file())).orElseGet(() -> "file: " + quoted(file.path().toString()));
    }

    /** JSON's quotes are YAML's; plain where nothing but letters, digits and harmless signs are in it. */
    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() && !WORDS_OF_YAML.matcher(text).matches() ? text : Json.write(text);
    }
}
