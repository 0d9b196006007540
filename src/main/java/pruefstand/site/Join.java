package pruefstand.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

    private final SiteInput input;
    private final Optional<KnownModels> before;
    private final Map<String, Listing> listings;
    private final Map<String, String> listedNames = new HashMap<>();
    private final Map<String, List<Review>> reviews = new HashMap<>();
    private final Supplier<Map<String, ListedModel>> registry;
    private final Supplier<Map<String, List<RunRecord>>> runs;

    private Join(SiteInput input, Optional<KnownModels> before) {
        this.input = input;
        this.before = before;
        this.registry = Lazy.of(() -> input.models().stream().collect(Collectors.toMap(ListedModel::name, Function.identity(), (_, last) -> last)));
        this.runs = Lazy.of(this::runs);
        this.listings = before.map(KnownModels::listings).orElseGet(() -> registry.get().values().stream()
                .collect(Collectors.toMap(ListedModel::name, Listing::of)));
        listings.forEach((name, listing) -> listing.aliases().forEach(alias -> listedNames.put(alias, name)));
        listings.keySet().forEach(name -> listedNames.put(name, name));
        for (ReviewedModel model : input.catalogue().models()) {
            model.reviews().forEach(review -> add(reviews, model.name(), renamed(review)));
        }
    }

    /** All models of the input, by name. */
    static List<SiteModel> models(SiteInput input) {
        return models(input, Optional.empty());
    }

    /**
     * The same.
     *
     * @param before what is known of them where nothing but reviews changed since; then neither registry nor records are read for it
     */
    static List<SiteModel> models(SiteInput input, Optional<KnownModels> before) {
        return new Join(input, before).models();
    }

    private Map<String, List<RunRecord>> runs() {
        Map<String, List<RunRecord>> byModel = new HashMap<>();
        input.records().stream().distinct().forEach(run -> add(byModel, run.model(), run));
        return byModel;
    }

    private List<SiteModel> models() {
        Collection<String> tried = before.<Collection<String>>map(KnownModels::tried).orElseGet(() -> runs.get().keySet());
        return Stream.of(listings.keySet(), reviews.keySet(), tried).flatMap(Collection::stream).distinct().sorted().map(this::model).toList();
    }

    private SiteModel model(String name) {
        return new SiteModel(name, Optional.ofNullable(listings.get(name)), Reviews.ofOneModel(reviews.getOrDefault(name, List.of())),
                () -> Optional.ofNullable(registry.get().get(name)),
                () -> runs.get().getOrDefault(name, List.of()).stream().sorted(NEWEST_FIRST).toList(), before.map(known -> known.tried(name)));
    }

    private Review renamed(Review review) {
        boolean isListed = review.names().stream().allMatch(name -> listedName(name).equals(name));
        return isListed ? review : new Review(review.origins(), review.text(), review.line(),
                review.names().stream().map(this::listedName).distinct().toList());
    }

    private String listedName(String name) {
        return listedNames.getOrDefault(name, name);
    }

    private <T> void add(Map<String, List<T>> lists, String name, T element) {
        lists.computeIfAbsent(listedName(name), _ -> new ArrayList<>()).add(element);
    }
}
