package pruefstand.site;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pruefstand.catalogue.Origin;
import pruefstand.catalogue.Review;
import pruefstand.json.Json;
import pruefstand.model.Artifact;
import pruefstand.model.ListedModel;

/**
 * What there is, for programs, in no language; {@code api/schema.json} describes it. Addresses are from the site's root and stay.
 *
 * @param desk decides what of a review may be shown
 */
record Api(Desk desk) {

    /**
     * Everything that there is.
     *
     * @param kinds boards of the site
     * @param to where it is written
     */
    void index(List<BoardKind> kinds, Writer to) throws IOException {
        Site site = desk.site();
        Map<String, Object> index = versioned();
        index.put("boards", kinds.stream().map(kind -> Addresses.boardTable(kind, "json")).toList());
        index.put("tasks", site.tasks().stream().map(task -> {
            Map<String, Object> written = new LinkedHashMap<>();
            written.put("name", task.name());
            written.put("version", task.definition().version());
            written.put("kind", task.definition().kind().toString());
            written.put("languages", task.definition().languages());
            written.put("href", Addresses.taskTable(task.name(), "json"));
            return written;
        }).toList());
        index.put("models", site.models().stream().map(model -> {
            Map<String, Object> written = new LinkedHashMap<>();
            written.put("name", model.name());
            written.put("href", Addresses.modelJson(model.name()));
            return written;
        }));
        Json.writeIndented(index, to);
    }

    String model(SiteModel model) {
        Map<String, Object> written = versioned();
        written.put("name", model.name());
        Measured measured = desk.shared().halves().of(Addresses.modelJson(model.name()), Measured.class, () -> Measured.of(model));
        written.put("aliases", model.listing().map(Listing::aliases).orElse(List.of()));
        written.put("kind", model.listing().map(listing -> listing.kind().name().toLowerCase(Locale.ROOT)).orElse(null));
        written.put("family", model.family().orElse(null));
        written.put("license", measured.license.orElse(null));
        written.put("reviews", model.reviews().stream().map(this::review).toList());
        written.put("variants", measured.variants.stream().map(Api::variant).toList());
        written.put("runs", measured.runs);
        return Json.writeIndented(written);
    }

    /** The half of a model that no review changes; the field names are those of the file. */
    private record Measured(Optional<String> license, List<OfVariant> variants, List<OfRun> runs) {

        static Measured of(SiteModel model) {
            return new Measured(model.listed().flatMap(ListedModel::license), model.variants().stream().map(variant -> new OfVariant(variant, model.artifact(variant))).toList(),
                    model.runs().stream().map(run -> new OfRun(run.task().name(), run.variant(), run.started().toString(), run.status().toString(),
                            Addresses.record(run))).toList());
        }
    }

    private record OfVariant(String name, Optional<Artifact> artifact) {
    }

    private record OfRun(String task, String variant, String started, String status, String record) {
    }

    private Map<String, Object> review(Review review) {
        List<String> shown = desk.quotes().shown(review);
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("sources", review.origins().stream().map(Api::source).toList());
        written.put("models", review.names());
        written.put("paragraphs", shown);
        written.put("complete", shown.equals(review.paragraphs()));
        return written;
    }

    private static Map<String, Object> source(Origin origin) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("date", origin.date().map(Object::toString).orElse(null));
        written.put("url", origin.url().flatMap(WebAddress::of).map(WebAddress::href).orElse(null));
        return written;
    }

    private static Map<String, Object> variant(OfVariant variant) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("name", variant.name);
        written.put("artifact", variant.artifact.orElse(null));
        return written;
    }

    private static Map<String, Object> versioned() {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("schema", TableRows.SCHEMA);
        return written;
    }
}
