package pruefstand.site;

import java.util.List;
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
 * @param models the registry
 * @param tasks the tasks of the workspace
 * @param records what was measured, in any order
 * @param kept the items of these records, for ranks
 * @param annotations what happened on which day, for histories
 * @param vectors of the reviews, for their map
 */
public record SiteInput(Catalogue catalogue, List<ListedModel> models, List<Task> tasks, List<RunRecord> records, KeptScores kept,
        Annotations annotations, KeptVectors vectors) {

    public SiteInput {
        models = List.copyOf(models);
        tasks = List.copyOf(tasks);
        records = List.copyOf(records);
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
}
