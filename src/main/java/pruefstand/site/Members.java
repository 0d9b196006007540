package pruefstand.site;

import java.util.List;
import java.util.function.Predicate;
import pruefstand.record.RunRecord;

/**
 * Who stands on a board, and on how many pages; the same in every language.
 *
 * @param id tells them from those of other boards
 * @param models those with something to show
 * @param counts which runs are a reason to list a variant
 * @param perPage so many models stand on one page
 */
record Members(String id, List<SiteModel> models, Predicate<RunRecord> counts, int perPage) {

    /** With more rows a page has more elements than a browser lays out at once without being felt. */
    private static final int ROWS = 24;

    static Members of(String id, List<SiteModel> candidates, Predicate<RunRecord> counts) {
        List<SiteModel> models = candidates.stream().filter(model -> model.runs().stream().anyMatch(counts)).toList();
        long rows = models.stream().mapToLong(model -> variants(model, counts).size()).sum();
        return new Members(id, models, counts, (int) Math.max(1, ROWS * models.size() / Math.max(1, rows)));
    }

    /** The variants of a model that are listed. */
    List<String> variants(SiteModel model) {
        return variants(model, counts);
    }

    private static List<String> variants(SiteModel model, Predicate<RunRecord> counts) {
        return model.variants().stream().filter(variant -> model.runsOf(variant).stream().anyMatch(counts)).toList();
    }

    boolean isEmpty() {
        return models.isEmpty();
    }

    /** At least one, that says that there is nothing. */
    int pages() {
        return Math.max(1, (models.size() + perPage - 1) / perPage);
    }

    /** What stands on a page, from 1. */
    <T> List<T> page(List<T> all, int page) {
        return all.subList(Math.min(all.size(), (page - 1) * perPage), Math.min(all.size(), page * perPage));
    }
}
