package pruefstand.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pruefstand.catalogue.Review;
import pruefstand.catalogue.ReviewedModel;
import pruefstand.model.ListedModel;
import pruefstand.record.RunRecord;

/** Brings what was written and what was measured together, under one name for each model. */
final class Join {

    private static final Comparator<RunRecord> NEWEST_FIRST = Comparator.comparing(RunRecord::started).reversed()
            .thenComparing(RunRecord::run, Comparator.reverseOrder())
            .thenComparing(run -> run.task().name()).thenComparing(RunRecord::variant);

    private final Map<String, String> listedNames = new HashMap<>();
    private final Map<String, ListedModel> registry = new TreeMap<>();
    private final Map<String, List<Review>> reviews = new TreeMap<>();
    private final Supplier<Map<String, List<RunRecord>>> runs;

    private Join(SiteInput input) {
        for (ListedModel model : input.models()) {
            registry.put(model.name(), model);
            model.aliases().forEach(alias -> listedNames.put(alias, model.name()));
        }
        registry.keySet().forEach(name -> listedNames.put(name, name));
        for (ReviewedModel model : input.catalogue().models()) {
            model.reviews().forEach(review -> add(reviews, model.name(), renamed(review)));
        }
        this.runs = Lazy.of(() -> runs(input));
    }

    /** All models of the input, by name. */
    static List<SiteModel> models(SiteInput input) {
        return models(input, Optional.empty());
    }

    /**
     * The same.
     *
     * @param before what is known of them where nothing but reviews changed since; then no record is read for it
     */
    static List<SiteModel> models(SiteInput input, Optional<KnownModels> before) {
        return new Join(input).models(before);
    }

    private Map<String, List<RunRecord>> runs(SiteInput input) {
        Map<String, List<RunRecord>> byModel = new HashMap<>();
        input.records().stream().distinct().forEach(run -> add(byModel, run.model(), run));
        return byModel;
    }

    private List<SiteModel> models(Optional<KnownModels> before) {
        Map<String, SiteModel> models = new TreeMap<>();
        Collection<String> tried = before.<Collection<String>>map(KnownModels::tried).orElseGet(() -> runs.get().keySet());
        Stream.of(registry.keySet(), reviews.keySet(), tried).flatMap(Collection::stream)
                .forEach(name -> models.computeIfAbsent(name, _ -> model(name, before.map(known -> known.tried(name)))));
        return List.copyOf(models.values());
    }

    private SiteModel model(String name, Optional<Tried> tried) {
        return new SiteModel(name, Optional.ofNullable(registry.get(name)),
                Reviews.ofOneModel(reviews.getOrDefault(name, List.of())),
                () -> runs.get().getOrDefault(name, List.of()).stream().sorted(NEWEST_FIRST).toList(), tried);
    }

    private Review renamed(Review review) {
        return new Review(review.origins(), review.paragraphs(), review.line(),
                review.names().stream().map(this::listedName).distinct().toList());
    }

    private String listedName(String name) {
        return listedNames.getOrDefault(name, name);
    }

    private <T> void add(Map<String, List<T>> lists, String name, T element) {
        lists.computeIfAbsent(listedName(name), _ -> new ArrayList<>()).add(element);
    }
}
