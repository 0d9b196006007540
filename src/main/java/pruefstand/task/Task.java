package pruefstand.task;

import java.nio.file.Path;
import java.util.List;

/**
 * A task of the workspace.
 *
 * @param definition its file's content
 * @param file where the file lies; data paths are relative to its folder
 */
public record Task(TaskDefinition definition, Path file) {

    public String name() {
        return definition.name();
    }

    /** Its text (perplexity, kld). */
    public DataFile text() {
        return data(definition.files().text().orElseThrow());
    }

    /** Its items (sts and other kinds with items). */
    public DataFile test() {
        return data(definition.files().test().orElseThrow());
    }

    /** What is learnt from (classification), or the examples are taken from. */
    public DataFile train() {
        return data(definition.files().train().orElseThrow());
    }

    /** Its documents (retrieval). */
    public DataFile corpus() {
        return data(definition.files().corpus().orElseThrow());
    }

    /** Its queries (retrieval). */
    public DataFile queries() {
        return data(definition.files().queries().orElseThrow());
    }

    /** Which documents answer which queries (retrieval). */
    public DataFile qrels() {
        return data(definition.files().qrels().orElseThrow());
    }

    /** All its data files, in a fixed order. */
    public List<DataFile> data() {
        return definition.files().all().stream().map(this::data).toList();
    }

    /**
     * SHA-256 over its data: of a single file its own; of none or several that of the list that {@code sha256sum} prints.
     *
     * @throws pruefstand.text.Refusal if a file cannot be read
     */
    public String dataSha256() {
        return DataHash.of(data());
    }

    private DataFile data(String name) {
        return new DataFile(name, file.resolveSibling(name));
    }
}
