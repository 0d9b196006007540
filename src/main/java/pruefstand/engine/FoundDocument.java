package pruefstand.engine;

/**
 * A document as an answer to a query.
 *
 * @param id of the document
 * @param score the engine's own, higher for what fits better; 0 for a document that shares nothing with the query
 */
public record FoundDocument(String id, double score) {
}
