package pruefstand.model.hub;

/** Is told how far a file has come. */
@FunctionalInterface
public interface FetchProgress {

    FetchProgress SILENT = (_, _) -> { };

    /**
     * So far.
     *
     * @param bytes that are there
     * @param total that the file has
     */
    void at(long bytes, long total);
}
