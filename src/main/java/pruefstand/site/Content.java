package pruefstand.site;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Function;

/** What a file beside the pages holds. */
sealed interface Content {

    /**
     * A text that is made as a whole.
     *
     * @param of made when all files of the site are known
     */
    record Text(Function<SiteFiles, String> of) implements Content {
    }

    /**
     * Rows of a large table, each written before the next is made.
     *
     * @param of made when all files of the site are known
     */
    record Rows(Function<SiteFiles, Pieces> of) implements Content {
    }

    /** A text in pieces. */
    @FunctionalInterface
    interface Pieces {

        /** Writes all of them; the writer stays open. */
        void write(Writer to) throws IOException;
    }
}
