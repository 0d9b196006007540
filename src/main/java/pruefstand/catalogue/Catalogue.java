package pruefstand.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pruefstand.text.Refusal;

/** What people wrote, frozen: every name with its reviews, in the order of the file. Documentation entries are not in it. */
public final class Catalogue {

    private final Map<String, ReviewedModel> models;

    private final int lostLines;

    private Catalogue(Map<String, ReviewedModel> models, int lostLines) {
        this.models = models;
        this.lostLines = lostLines;
    }

    /** The catalogue that these entries make. */
    public static Catalogue of(List<Entry> entries) {
        return of(entries, 0);
    }

    private static Catalogue of(List<Entry> entries, int lostLines) {
        Map<String, List<Review>> reviews = new LinkedHashMap<>();
        entries.stream().filter(entry -> !entry.documentation()).forEach(entry -> add(entry, reviews));
        Map<String, ReviewedModel> models = new LinkedHashMap<>();
        reviews.forEach((name, written) -> models.put(name, new ReviewedModel(name, written)));
        return new Catalogue(models, lostLines);
    }

    /**
     * The catalogue in a file.
     *
     * @throws Refusal if the file is missing or cannot be read, or is none but a pipe, say, whose end may never come
     */
    public static Catalogue read(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw Refusal.input("catalogue.file.no-file", file.toString());
        }
        List<Integer> lost = new ArrayList<>();
        List<Entry> entries = new EntryReader().readAll(ReviewFile.read(file), lost::add);
        return of(entries, lost.size());
    }

    private static void add(Entry entry, Map<String, List<Review>> reviews) {
        Map<String, List<Origin>> origins = entry.sources().stream().collect(Collectors.groupingBy(ReviewSource::name,
                LinkedHashMap::new, Collectors.mapping(Origin::of, Collectors.toList())));
        List<String> names = List.copyOf(origins.keySet());
        origins.forEach((name, found) -> reviews.computeIfAbsent(name, _ -> new ArrayList<>())
                .add(new Review(found, entry.text(), entry.line(), names)));
    }

    /** How many lines of the file hold something that is no entry, or no text. */
    public int lostLines() {
        return lostLines;
    }

    /** Every name, in the order in which the file first mentions it. */
    public List<ReviewedModel> models() {
        return List.copyOf(models.values());
    }

    /** The model of a name, percent-decoded. */
    public Optional<ReviewedModel> model(String name) {
        return Optional.ofNullable(models.get(name));
    }
}
