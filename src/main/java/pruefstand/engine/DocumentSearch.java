package pruefstand.engine;

import java.util.List;
import java.util.Optional;

/** Finds documents by words: what needs to have seen the whole collection before it can score one of it. */
public interface DocumentSearch {

    /**
     * Reads a collection.
     *
     * @param documents each with an id of its own
     * @param language of the texts, as ISO 639-1 writes it, such as {@code de}; decides how words are cut, joined and left out
     */
    DocumentIndex index(List<Document> documents, Optional<String> language);
}
