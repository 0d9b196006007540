package pruefstand.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    private final Map<String, List<RunRecord>> runs = new TreeMap<>();

    private Join(SiteInput input) {
        for (ListedModel model : input.models()) {
            registry.put(model.name(), model);
            model.aliases().forEach(alias -> listedNames.put(alias, model.name()));
        }
        registry.keySet().forEach(name -> listedNames.put(name, name));
        for (ReviewedModel model : input.catalogue().models()) {
            model.reviews().forEach(review -> add(reviews, model.name(), renamed(review)));
        }
        input.records().stream().distinct().forEach(run -> add(runs, run.model(), run));
    }

    /** All models of the input, by name. */
    static List<SiteModel> models(SiteInput input) {
        return new Join(input).models();
    }

    private List<SiteModel> models() {
        Map<String, SiteModel> models = new TreeMap<>();
        registry.keySet().forEach(name -> models.put(name, model(name)));
        reviews.keySet().forEach(name -> models.put(name, model(name)));
        runs.keySet().forEach(name -> models.put(name, model(name)));
        return List.copyOf(models.values());
    }

    private SiteModel model(String name) {
        return new SiteModel(name, Optional.ofNullable(registry.get(name)),
                Reviews.ofOneModel(reviews.getOrDefault(name, List.of())),
                runs.getOrDefault(name, List.of()).stream().sorted(NEWEST_FIRST).toList());
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
