package pruefstand.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import pruefstand.catalogue.Origin;
import pruefstand.catalogue.Review;
import pruefstand.json.Json;
import pruefstand.model.Artifact;
import pruefstand.model.ListedModel;

/**
 * What there is, for programs, in no language; {@code api/schema.json} describes it. Addresses are from the site's root and stay.
 *
 * @param desk decides what of a review may be shown
 * @param kinds boards of the site
 */
record Api(Desk desk, List<BoardKind> kinds) {

    String index() {
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
        }).toList());
        return Json.writeIndented(index);
    }

    String model(SiteModel model) {
        Map<String, Object> written = versioned();
        written.put("name", model.name());
        written.put("aliases", model.listed().map(ListedModel::aliases).orElse(List.of()));
        written.put("kind", model.listed().map(listed -> listed.kind().name().toLowerCase(Locale.ROOT)).orElse(null));
        written.put("family", model.family().orElse(null));
        written.put("license", model.listed().flatMap(ListedModel::license).orElse(null));
        written.put("reviews", model.reviews().stream().map(this::review).toList());
        written.put("variants", model.variants().stream().map(variant -> variant(model, variant)).toList());
        written.put("runs", model.runs().stream().map(run -> {
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("task", run.task().name());
            about.put("variant", run.variant());
            about.put("started", run.started().toString());
            about.put("status", run.status().toString());
            about.put("record", Addresses.record(run));
            return about;
        }).toList());
        return Json.writeIndented(written);
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

    private static Map<String, Object> variant(SiteModel model, String variant) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("name", variant);
        written.put("artifact", model.artifact(variant).<Artifact>map(file -> file).orElse(null));
        return written;
    }

    private static Map<String, Object> versioned() {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("schema", TableRows.SCHEMA);
        return written;
    }

    /** The files. */
    Stream<SiteFile> files() {
        return Stream.concat(Stream.of(new SiteFile(Addresses.API, _ -> index())), desk.site().models().stream()
                .map(model -> new SiteFile(Addresses.modelJson(model.name()), _ -> model(model)).with(Showing.of(model))));
    }
}
