package pruefstand.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.json.Document;
import pruefstand.json.JsonException;
import pruefstand.json.Rows;
import pruefstand.json.Yaml;
import pruefstand.model.ModelKind;
import pruefstand.text.LocalizedText;

/**
 * What a task file says. {@link Tasks} checks that it has what its kind needs and nothing that means nothing for its kind.
 *
 * @param name unique among the tasks of a workspace; lower-case letters, digits and single hyphens
 * @param version from 1; raised whenever a change of the task changes its numbers
 * @param kind what is measured
 * @param languages BCP 47, of the data
 * @param description for readers of the site
 * @param data files, relative to the task file or of a hub
 * @param fields how the kind's fields are called in the data, where they are called otherwise; {@link Fields} gives them meaning
 * @param settings what its kind alone knows; in the file they stand beside the other keys
 */
public record TaskDefinition(String name, int version, TaskKind kind, List<String> languages, LocalizedText description,
        Optional<TaskData> data, Optional<Map<String, Object>> fields, TaskSettings settings) {

    public TaskDefinition {
        languages = languages == null ? List.of() : List.copyOf(languages);
    }

    /**
     * Reads the text of a task file without checking what it says.
     *
     * @param origin what to call it in messages
     * @throws JsonException if it has not the shape of a task file
     */
    public static TaskDefinition read(String yaml, String origin) {
        return of(Yaml.document(yaml, origin));
    }

    /** Keys that mean something for another kind are left to {@link TaskRules}. */
    static TaskDefinition of(Document file) {
        Common common = file.part(Common.class);
        Class<? extends TaskSettings> own = common.kind == null ? NoSettings.class : common.kind.settings();
        file.refuseUnknown(keys(Stream.of(TaskKind.values()).map(TaskKind::settings)), keys(Stream.of(own)));
        return new TaskDefinition(common.name, common.version, common.kind, common.languages, common.description, common.data,
                common.fields, file.part(own));
    }

    private static Set<String> keys(Stream<Class<? extends TaskSettings>> settings) {
        return Stream.concat(Stream.of(Common.class), settings).flatMap(type -> Rows.keys(type).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Its settings, of the kind that it has. */
    public <S extends TaskSettings> S settings(Class<S> type) {
        return type.cast(settings);
    }

    /** Whether it measures what models of a kind are made for. */
    public boolean measures(ModelKind model) {
        return kind.measures(model) && settings.suit(model);
    }

    /** Whether its numbers depend on the machine. */
    public boolean isTimed() {
        return kind == TaskKind.SPEED || rerank().isPresent();
    }

    /** How many of the documents that BM25 finds a reranker reads; empty where the task is not for rerankers behind BM25. */
    public Optional<List<Integer>> rerank() {
        return settings instanceof RetrievalSettings(var rerank) ? rerank : Optional.empty();
    }

    /** The same without what only tells people about it, and so cannot change a number. */
    public TaskDefinition withoutWords() {
        return new TaskDefinition(name, version, kind, List.of(), new LocalizedText("", ""), data, fields, settings);
    }

    /** How the data under a key name the kind's fields. */
    Fields fieldsOf(String key) {
        return Fields.of(fields.orElse(Map.of()), key);
    }

    /** The data files, none where the kind needs none. */
    public TaskData files() {
        return data.orElse(TaskData.NONE);
    }

    /** What every task file can say. */
    private record Common(String name, int version, TaskKind kind, List<String> languages, LocalizedText description,
            Optional<TaskData> data, Optional<Map<String, Object>> fields) {
    }
}
