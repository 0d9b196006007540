package pruefstand.serve;

import java.nio.file.Path;

/** Makes the pages that are served. */
public interface PageSource {

    /**
     * Builds them into a folder, as {@code site} would.
     *
     * @throws pruefstand.text.Refusal if that is not possible
     */
    void build(Path folder);

    /** Changes whenever pages that were built now would differ. */
    String state();
}
