package pruefstand.site;

import java.util.regex.Pattern;
import pruefstand.record.RunRecord;
import pruefstand.text.Slug;

/** Where each file of the site lies, from its root. */
final class Addresses {

    private static final Pattern HARMLESS = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,60}");

    private Addresses() {
    }

    static String start(String language) {
        return language + "/index.html";
    }

    static String models(String language) {
        return language + "/models/index.html";
    }

    static String model(String language, String name) {
        return language + "/models/" + Slug.of(name) + ".html";
    }

    static String tasks(String language) {
        return language + "/tasks/index.html";
    }

    static String task(String language, String name) {
        return language + "/tasks/" + Slug.of(name) + ".html";
    }

    static String method(String language) {
        return language + "/method.html";
    }

    static String charts(String language) {
        return language + "/charts.html";
    }

    static String glossary(String language) {
        return language + "/glossary.html";
    }

    static String search(String language) {
        return language + "/search.html";
    }

    static String record(RunRecord run) {
        return "records/" + Slug.of(run.task().name()) + "/" + Slug.of(run.model()) + "/" + Slug.of(run.variant()) + "/"
                + fileName(run.run()) + ".json";
    }

    /** Ids of runs are harmless as they are; whatever else came in from elsewhere is not. */
    private static String fileName(String run) {
        return HARMLESS.matcher(run).matches() ? run : Slug.of(run);
    }
}
