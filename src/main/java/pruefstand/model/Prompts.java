package pruefstand.model;

/**
 * Texts that a model wants before what it encodes; empty where it wants none.
 *
 * @param query before a query
 * @param document before a document
 */
public record Prompts(String query, String document) {

    public static final Prompts NONE = new Prompts("", "");

    public Prompts {
        query = query == null ? "" : query;
        document = document == null ? "" : document;
    }
}
