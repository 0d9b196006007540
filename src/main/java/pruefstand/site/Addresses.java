package pruefstand.site;

import java.util.regex.Pattern;
import pruefstand.record.RunRecord;
import pruefstand.text.Slug;

/** Where each file of the site lies, from its root. */
final class Addresses {

    /** The list of what there is for programs. */
    static final String API = "api/index.json";
    /** What the files for programs hold. */
    static final String SCHEMA = "api/schema.json";
    /** What a record holds. */
    static final String RECORD_SCHEMA = "api/record.schema.json";

    /** Folder of the records. */
    static final String RECORDS = "records/";
    static final String SITEMAP = "sitemap.xml";
    private static final Pattern HARMLESS = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,60}");

    private Addresses() {
    }

    static String start(String language) {
        return language + "/index.html";
    }

    static String models(String language) {
        return models(language, 1);
    }

    /** A page of the list of models, from 1. */
    static String models(String language, int page) {
        return language + (page == 1 ? "/models/index.html" : "/models/all/" + page + ".html");
    }

    static String model(String language, String name) {
        return language + "/models/" + Slug.of(name) + ".html";
    }

    /** A page of the charts of a model, from 1. */
    static String modelCharts(String language, String name, int page) {
        return language + "/models/" + Slug.of(name) + "/charts" + number(page) + ".html";
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

    /**
     * A page of a board.
     *
     * @param set which of its columns
     * @param page from 1
     */
    static String board(String language, BoardKind kind, String set, int page) {
        String columns = set.equals(ColumnSet.OVERVIEW) ? "" : "-" + set;
        return language + "/boards/" + kind.id() + columns + number(page) + ".html";
    }

    /** All rows of a board, for the script of its pages. */
    static String boardData(String language, BoardKind kind) {
        return language + "/boards/" + kind.id() + ".js";
    }

    /** A further page of a task, or with other columns. */
    static String task(String language, String name, String set, int page) {
        if (set.equals(ColumnSet.OVERVIEW) && page == 1) {
            return task(language, name);
        }
        return language + "/tasks/" + Slug.of(name) + "/" + (set.equals(ColumnSet.OVERVIEW) ? "all" : set) + number(page) + ".html";
    }

    private static String number(int page) {
        return page == 1 ? "" : "-" + page;
    }

    static String modelJson(String name) {
        return "api/models/" + Slug.of(name) + ".json";
    }

    static String nights(String language) {
        return language + "/nights/index.html";
    }

    static String night(String language, Night night) {
        return language + "/nights/" + night.day() + ".html";
    }

    static String family(String language, String name) {
        return language + "/families/" + Slug.of(name) + ".html";
    }

    static String about(String language) {
        return language + "/about.html";
    }

    /** A feed of the whole site: {@code reviews} or {@code results}. */
    static String feed(String language, String name) {
        return language + "/feeds/" + name + ".xml";
    }

    /** The feed of a model. */
    static String modelFeed(String language, String name) {
        return language + "/models/" + Slug.of(name) + ".xml";
    }

    /** Where any models are compared. */
    static String compare(String language) {
        return language + "/compare/index.html";
    }

    static String compare(String language, Pair pair) {
        return language + "/compare/" + Slug.of(pair.first().model().name()) + "/" + Slug.of(pair.second().model().name()) + ".html";
    }

    /** The numbers of a board or a task for programs; {@code json} or {@code csv}. */
    static String boardTable(BoardKind kind, String format) {
        return "api/boards/" + kind.id() + "." + format;
    }

    /** All rows of a task's table in the words of a language, for the script of its pages. */
    static String taskData(String language, String name) {
        return language + "/tasks/data/" + Slug.of(name) + ".js";
    }

    static String taskTable(String name, String format) {
        return "api/tasks/" + Slug.of(name) + "." + format;
    }

    static String charts(String language) {
        return charts(language, 1);
    }

    /** A page of charts, from 1. */
    static String charts(String language, int page) {
        return language + "/charts" + number(page) + ".html";
    }

    /** The map of the reviews. */
    static String map(String language) {
        return language + "/map.html";
    }

    static String glossary(String language) {
        return language + "/glossary.html";
    }

    static String search(String language) {
        return language + "/search.html";
    }

    static String live(String language) {
        return language + "/live.html";
    }

    static String add(String language) {
        return language + "/add.html";
    }

    /** One folder for a model, since making a folder takes as long as writing a file; a slug has no full stop. */
    static String record(RunRecord run) {
        return RECORDS + Slug.of(run.model()) + "/" + String.join(".", Slug.of(run.task().name()), Slug.of(run.variant()), fileName(run.run())) + ".json";
    }

    /** A file, or the folder of a copied record. */
    static String place(String file) {
        return file.startsWith(RECORDS) ? file.substring(0, file.lastIndexOf('/')) : file;
    }

    /** Ids of runs are harmless as they are; whatever else came in from elsewhere is not. */
    private static String fileName(String run) {
        return HARMLESS.matcher(run).matches() ? run : Slug.of(run);
    }
}
