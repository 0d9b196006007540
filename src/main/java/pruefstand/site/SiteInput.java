package pruefstand.site;

import java.util.List;
import java.util.function.Supplier;
import pruefstand.catalogue.Catalogue;
import pruefstand.model.ListedModel;
import pruefstand.record.RunRecord;
import pruefstand.record.compare.KeptScores;
import pruefstand.search.KeptVectors;
import pruefstand.task.Task;

/**
 * Everything that the site is made of, frozen.
 *
 * @param catalogue what was written
 * @param registry the models that are listed, read when a page first asks for it
 * @param measured what was measured, read when a page first asks for it
 * @param annotations what happened on which day, for histories
 * @param vectors of the reviews, for their map
 */
public record SiteInput(Catalogue catalogue, Supplier<List<ListedModel>> registry, Supplier<Measurements> measured, Annotations annotations, KeptVectors vectors) {

    public SiteInput {
        registry = Lazy.of(registry);
        measured = Lazy.of(measured);
    }

    /** Of what was read already. */
    public SiteInput(Catalogue catalogue, List<ListedModel> models, List<Task> tasks, List<RunRecord> records, KeptScores kept,
            Annotations annotations, KeptVectors vectors) {
        this(catalogue, () -> models, () -> new Measurements(tasks, records, kept), annotations, vectors);
    }

    /** Without vectors, hence without a map. */
    public SiteInput(Catalogue catalogue, List<ListedModel> models, List<Task> tasks, List<RunRecord> records, KeptScores kept,
            Annotations annotations) {
        this(catalogue, models, tasks, records, kept, annotations, KeptVectors.NONE);
    }

    /** Without annotations. */
    public SiteInput(Catalogue catalogue, List<ListedModel> models, List<Task> tasks, List<RunRecord> records, KeptScores kept) {
        this(catalogue, models, tasks, records, kept, Annotations.NONE);
    }

    /** Without items, hence without ranks. */
    public SiteInput(Catalogue catalogue, List<ListedModel> models, List<Task> tasks, List<RunRecord> records) {
        this(catalogue, models, tasks, records, KeptScores.NONE);
    }

    public List<ListedModel> models() {
        return registry.get();
    }

    public List<Task> tasks() {
        return measured.get().tasks();
    }

    public List<RunRecord> records() {
        return measured.get().records();
    }

    /** The items of the records. */
    public KeptScores kept() {
        return measured.get().kept();
    }
}
