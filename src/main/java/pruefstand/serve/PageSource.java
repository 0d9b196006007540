package pruefstand.serve;

import java.nio.file.Path;
import java.util.List;
import pruefstand.search.Passage;

/** Makes the pages that are served. */
public interface PageSource {

    /**
     * Builds them into a folder, as {@code site} would.
     *
     * @return what can be found on them
     * @throws pruefstand.text.Refusal if that is not possible
     */
    List<Passage> build(Path folder);

    /** Changes whenever pages that were built now would differ. */
    String state();
}
