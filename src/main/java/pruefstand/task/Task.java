package pruefstand.task;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import pruefstand.text.Refusal;

/**
 * A task of the workspace.
 *
 * @param definition its file's content
 * @param file where the file lies; data paths are relative to its folder
 * @param fetched files of a hub that lie on this machine, by the key of the data
 */
public record Task(TaskDefinition definition, Path file, Map<String, List<DataFile>> fetched) {

    public Task {
        fetched = Map.copyOf(fetched);
    }

    /** A task of which nothing has been looked for yet. */
    public Task(TaskDefinition definition, Path file) {
        this(definition, file, Map.of());
    }

    public String name() {
        return definition.name();
    }

    /** Its text (perplexity, kld). */
    public DataSet text() {
        return data("text");
    }

    /** Its items (sts and other kinds with items). */
    public DataSet test() {
        return data("test");
    }

    /** What is learnt from (classification), or the examples are taken from. */
    public DataSet train() {
        return data("train");
    }

    /** Its documents (retrieval). */
    public DataSet corpus() {
        return data("corpus");
    }

    /** Its queries (retrieval). */
    public DataSet queries() {
        return data("queries");
    }

    /** Which documents answer which queries (retrieval). */
    public DataSet qrels() {
        return data("qrels");
    }

    /** What a model is asked (speed, from end to end). */
    public DataSet prompts() {
        return data("prompts");
    }

    /** All its data files, in a fixed order. */
    public List<DataFile> data() {
        return keys().flatMap(key -> data(key).files().stream()).toList();
    }

    /** Whether all its data lie on this machine, as far as they come from a hub. */
    public boolean hasData() {
        return keys().noneMatch(key -> data(key).files().isEmpty());
    }

    /** What it takes from hubs, by the key of the data. */
    public SequencedMap<String, DataSource> ofHub() {
        SequencedMap<String, DataSource> sources = new LinkedHashMap<>();
        definition.files().byKey().forEach((key, source) -> source.filter(from -> from.hub().isPresent())
                .ifPresent(from -> sources.put(key, from)));
        return sources;
    }

    /**
     * SHA-256 over its data, packed as they lie there: of a single file its own; of none or several that of the list that {@code sha256sum} prints.
     *
     * @throws pruefstand.text.Refusal if a file cannot be read, or has not been fetched
     */
    public String dataSha256() {
        if (!hasData()) {
            throw Refusal.missing("task.data.not-fetched", name());
        }
        return DataHash.of(data());
    }

    private Stream<String> keys() {
        return definition.files().byKey().entrySet().stream().filter(entry -> entry.getValue().isPresent()).map(Map.Entry::getKey);
    }

    private DataSet data(String key) {
        DataSource source = definition.files().byKey().get(key).orElseThrow();
        List<DataFile> files = source.hub().isPresent() ? fetched.getOrDefault(key, List.of())
                : List.of(new DataFile(source.name(), file.resolveSibling(source.name())));
        return new DataSet(source.name(), files, definition.fieldsOf(key));
    }
}
