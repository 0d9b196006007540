package pruefstand.site;

import java.util.List;
import pruefstand.catalogue.Catalogue;
import pruefstand.model.ListedModel;
import pruefstand.record.RunRecord;
import pruefstand.task.Task;

/**
 * Everything that the site is made of, frozen.
 *
 * @param catalogue what was written
 * @param models the registry
 * @param tasks the tasks of the workspace
 * @param records what was measured, in any order
 */
public record SiteInput(Catalogue catalogue, List<ListedModel> models, List<Task> tasks, List<RunRecord> records) {

    public SiteInput {
        models = List.copyOf(models);
        tasks = List.copyOf(tasks);
        records = List.copyOf(records);
    }
}
