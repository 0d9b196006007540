package pruefstand.model.suggest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pruefstand.model.Registry;
import pruefstand.model.store.LocalModels;

/** Registry entries for listed names whose files lie on this machine. */
public final class Suggestions {

    private final LocalModels local;
    private final Registry known;

    /**
     * Suggestions from what lies in this user's stores.
     *
     * @param known what is known of models already: their kinds, prompts and licences
     */
    public Suggestions(LocalModels local, Registry known) {
        this.local = local;
        this.known = known;
    }

    /**
     * Looks for files.
     *
     * @param names as the reviews list them
     * @param folders to look through besides the stores
     * @return one entry for each name whose file was found for certain
     */
    public List<SuggestedEntry> find(List<String> names, List<Path> folders) {
        List<FileIdentity> files = local.files(folders).stream().map(FileIdentity::of).flatMap(Optional::stream).toList();
        return new Matching(names, files).suggestions(names).stream().map(found -> SuggestedEntry.of(found, known)).toList();
    }
}
