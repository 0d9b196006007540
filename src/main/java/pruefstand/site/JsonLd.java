package pruefstand.site;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import pruefstand.catalogue.Review;
import pruefstand.json.Json;

/**
 * What a page is about, for search engines, in the vocabulary of schema.org.
 *
 * @param desk of the page
 */
record JsonLd(Desk desk) {

    /** So many reviews stand in a page for programs too; all of them stand in the model's JSON. */
    private static final int MOST = 10;

    /** The reviews of a model, each with its source as the author; none where there are none. */
    List<String> reviews(SiteModel model) {
        return model.reviews().stream().limit(MOST).map(review -> {
            Map<String, Object> about = thing("Review");
            about.put("itemReviewed", part("SoftwareApplication", "name", model.name(), "applicationCategory", "Language model"));
            Feeds.author(review).ifPresent(host -> about.put("author", part("Organization", "name", host)));
            Reviews.newest(review).ifPresent(day -> about.put("datePublished", day.toString()));
            review.origins().stream().flatMap(origin -> origin.url().stream()).flatMap(url -> WebAddress.of(url).stream()).findFirst()
                    .ifPresent(address -> about.put("url", address.href()));
            String text = String.join("\n\n", desk.quotes().shown(review));
            if (!text.isEmpty()) {
                about.put("reviewBody", text);
            }
            return written(about);
        }).toList();
    }

    /** A table as a data set. */
    List<String> dataset(String name, String description, List<String> files) {
        Map<String, Object> about = thing("Dataset");
        about.put("name", name);
        about.put("description", description);
        about.put("isAccessibleForFree", true);
        about.put("creator", part("Organization", "name", desk.words().say(desk.frames().options().title())));
        about.put("distribution", files.stream().map(file -> part("DataDownload", "encodingFormat",
                file.endsWith(".csv") ? "text/csv" : "application/json", "contentUrl", desk.frames().absolute(file))).toList());
        return List.of(written(about));
    }

    private static Map<String, Object> thing(String type) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@context", "https://schema.org");
        thing.put("@type", type);
        return thing;
    }

    /** In this order: that of {@code Map.of} is another in each process, and two builds are to give the same bytes. */
    private static Map<String, Object> part(String type, String... said) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("@type", type);
        for (int i = 0; i < said.length; i += 2) {
            part.put(said[i], said[i + 1]);
        }
        return part;
    }

    /** Nothing in it can end the element that it stands in. */
    private static String written(Map<String, Object> thing) {
        return Json.write(thing).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    /** Tells a review from the others of its model, as long as its text stays. */
    static String id(Review review) {
        CRC32 sum = new CRC32();
        sum.update(String.join("\n", review.paragraphs()).getBytes(StandardCharsets.UTF_8));
        return "review-" + Long.toHexString(sum.getValue());
    }
}
