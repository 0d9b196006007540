package pruefstand.engine;

import java.util.List;

/** A collection of documents that can be searched. Not safe for use by several threads at once. */
public interface DocumentIndex extends AutoCloseable {

    /**
     * The best documents for a query, best first and of equals the larger id (in the order of its UTF-8 bytes), as trec_eval
     * ranks. Documents that share nothing with the query have the score 0 and come last.
     *
     * @param count how many, at least 1; fewer only where the collection has fewer
     */
    List<FoundDocument> search(String query, int count);

    @Override
    void close();
}
