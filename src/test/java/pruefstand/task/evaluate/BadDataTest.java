package pruefstand.task.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pruefstand.engine.FakeEncoder;
import pruefstand.engine.FakeEngine;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.evaluate.TableFile.Format;

/** Data that cannot be used are named by file and row, whatever the kind and the format; nothing is averaged over them. */
class BadDataTest {

    private static final String BROKEN = "broken text";

    /** Sound data of each kind, by their keys. */
    private static final Map<String, Map<String, List<Map<String, Object>>>> SOUND = new TreeMap<>(Map.of(
            "sts", Map.of("test", rows(6, i -> row("sentence1", "a" + i, "sentence2", "b" + i * i, "score", i % 4 + 0.5))),
            "pair-classification", Map.of("test", rows(6, i -> row("sentence1", "a" + i, "sentence2", "b" + i * i, "label", i % 2))),
            "classification", Map.of("train", rows(8, i -> row("text", "a" + i, "label", "k" + i % 2)),
                    "test", rows(4, i -> row("text", "b" + i, "label", "k" + i % 2))),
            "clustering", Map.of("test", rows(6, i -> row("text", "a" + i, "label", i % 2))),
            "retrieval", Map.of("corpus", rows(4, i -> row("_id", "d" + i, "title", "t", "text", "a" + i)),
                    "queries", rows(3, i -> row("_id", "q" + i, "text", "b" + i)),
                    "qrels", rows(3, i -> row("query-id", "q" + i, "corpus-id", "d" + i, "score", 1))),
            "reranking", Map.of("test", rows(4, i -> row("query", "q" + i, "positive", List.of("p" + i), "negative", List.of("n" + i, "m")))),
            "bitext-mining", Map.of("test", rows(4, i -> row("sentence1", "a" + i, "sentence2", "b" + i)))));

    @TempDir
    private Path folder;

    /**
     * Data that are wrong.
     *
     * @param key of the data that are
     * @param row that is to be named, from 1; 0: none
     * @param field that is changed there; where {@code value} is null, the column is missing
     * @param message behind the place
     */
    private record Fault(String kind, String key, int row, String field, Object value, String message, Format format) {

        @Override
        public String toString() {
            return kind + "." + key + "." + field + "=" + value + " in " + format;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(Format.values()).flatMap(format -> Stream.of(
                new Fault("sts", "test", 1, "sentence2", null, "sentence2 is missing; there are sentence1, score", format),
                new Fault("sts", "test", 3, "score", 9, "score 9.0 is outside the scale 0.0 … 5.0", format),
                new Fault("sts", "test", 3, "score", Double.NaN, "score NaN is outside the scale 0.0 … 5.0", format),
                new Fault("pair-classification", "test", 1, "label", null, "label is missing; there are sentence1, sentence2", format),
                new Fault("pair-classification", "test", 4, "label", 2, "label: expected 0 or 1, got 2", format),
                new Fault("classification", "train", 1, "label", null, "label is missing; there are text", format),
                new Fault("classification", "test", 1, "text", null, "text is missing; there are label", format),
                new Fault("classification", "test", 2, "label", "other", "nothing to learn from has the label 'other'", format),
                new Fault("clustering", "test", 1, "text", null, "text is missing; there are label", format),
                new Fault("retrieval", "corpus", 1, "text", null, "text is missing; there are _id, title", format),
                new Fault("retrieval", "corpus", 3, "_id", "d1", "_id 'd1' stands there twice", format),
                new Fault("retrieval", "queries", 1, "_id", null, "_id is missing; there are text", format),
                new Fault("retrieval", "queries", 2, "_id", "q0", "_id 'q0' stands there twice", format),
                new Fault("retrieval", "qrels", 1, "corpus-id", null, "corpus-id is missing; there are query-id, score", format),
                new Fault("retrieval", "qrels", 2, "corpus-id", "d9", "there is no document 'd9'", format),
                new Fault("retrieval", "qrels", 2, "query-id", "q9", "there is no query 'q9'", format),
                new Fault("retrieval", "qrels", 3, "score", 0.5, "score: expected a whole number, got 0.5", format),
                new Fault("reranking", "test", 1, "negative", null, "negative is missing; there are query, positive", format),
                new Fault("bitext-mining", "test", 1, "sentence1", null, "sentence1 is missing; there are sentence2", format)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesFileAndRow(Fault fault) {
        Map<String, List<Map<String, Object>>> data = new TreeMap<>(SOUND.get(fault.kind()));
        data.put(fault.key(), spoilt(data.get(fault.key()), fault));
        String name = fault.key() + fault.format().ending();
        assertEquals(name + ":" + fault.format().line(fault.row()) + ": " + fault.message(), reason(task(fault.kind(), data, fault.format())));
    }

    private static List<Map<String, Object>> spoilt(List<Map<String, Object>> rows, Fault fault) {
        List<Map<String, Object>> spoilt = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            Map<String, Object> copy = new LinkedHashMap<>(row);
            if (fault.value() == null) {
                copy.remove(fault.field());
            } else if (spoilt.size() == fault.row() - 1) {
                copy.put(fault.field(), fault.value());
            }
            spoilt.add(copy);
        }
        return spoilt;
    }

    record Data(String kind, String key, Format format) {
    }

    static Stream<Data> data() {
        return Stream.of(Format.values()).flatMap(format -> SOUND.entrySet().stream().flatMap(
                kind -> kind.getValue().keySet().stream().map(key -> new Data(kind.getKey(), key, format))));
    }

    @ParameterizedTest
    @MethodSource("data")
    void namesAnEmptySet(Data which) {
        Map<String, List<Map<String, Object>>> data = SOUND.get(which.kind());
        Task task = task(which.kind(), data, which.format());
        TableFile.writeEmpty(folder.resolve(which.key() + which.format().ending()), data.get(which.key()).getFirst(), which.format());
        assertEquals(which.key() + which.format().ending() + ": holds no items", reason(task));
    }

    @ParameterizedTest
    @MethodSource("data")
    void soundDataGiveNumbers(Data which) {
        assertInstanceOf(Evaluation.class, evaluate(task(which.kind(), SOUND.get(which.kind()), which.format())));
    }

    @ParameterizedTest
    @MethodSource("data")
    void namesTheRowForWhichTheModelGaveNoNumber(Data which) {
        List<Map<String, Object>> rows = SOUND.get(which.kind()).get(which.key());
        String field = rows.getFirst().containsKey("text") ? "text" : rows.getFirst().containsKey("query") ? "query" : "sentence1";
        if (rows.getFirst().containsKey(field)) {
            Map<String, List<Map<String, Object>>> data = new TreeMap<>(SOUND.get(which.kind()));
            Fault fault = new Fault(which.kind(), which.key(), 2, field, BROKEN, "", which.format());
            data.put(which.key(), spoilt(rows, fault));
            String reason = reason(task(which.kind(), data, which.format()));
            String place = which.key() + which.format().ending() + ":" + which.format().line(2);
            assertEquals("the model gave a vector that is not finite for", reason.replaceFirst(" (\\w+ in )?" + place + "$", ""));
        }
    }

    private Task task(String kind, Map<String, List<Map<String, Object>>> data, Format format) {
        data.forEach((key, rows) -> TableFile.write(folder.resolve(key + format.ending()), rows, format));
        return TableFile.task(folder, kind, data.keySet(), format);
    }

    private static String reason(Task task) {
        return assertInstanceOf(Outcome.Invalid.class, evaluate(task)).reason();
    }

    /** Texts that differ have vectors that differ; one has none. */
    private static Outcome evaluate(Task task) {
        return Evaluators.evaluate(task, Prompts.NONE, FakeEngine.of(new FakeEncoder(2, text -> text.strip().equals(BROKEN)
                || text.equals("t " + BROKEN) ? new float[] {Float.NaN, 1} : new float[] {1, text.hashCode() % 97})), Progress.SILENT);
    }

    private static List<Map<String, Object>> rows(int count, IntFunction<Map<String, Object>> row) {
        return IntStream.range(0, count).mapToObj(row).toList();
    }

    private static Map<String, Object> row(Object... fields) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            row.put((String) fields[i], fields[i + 1]);
        }
        return row;
    }
}
