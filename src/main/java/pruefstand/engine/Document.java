package pruefstand.engine;

/**
 * A text that can be found.
 *
 * @param id unique in its collection
 * @param text what is searched
 */
public record Document(String id, String text) {
}
