package pruefstand.task.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.evaluate.TableFile.Format;

/** Data that cannot be used are named by file and row, whatever the kind and the format; nothing is averaged over them. */
class BadDataTest {

    private static final Set<String> VECTOR_KINDS = Set.of("sts", "pair-classification", "classification", "clustering", "retrieval",
            "reranking", "bitext-mining");

    /** Sound data of each kind, by their keys. */
    private static final Map<String, Map<String, List<Map<String, Object>>>> SOUND = new TreeMap<>(Map.ofEntries(
            Map.entry("sts", Map.of("test", rows(6, i -> row("sentence1", "a" + i, "sentence2", "b" + i * i, "score", i % 4 + 0.5)))),
            Map.entry("pair-classification", Map.of("test",
                    rows(6, i -> row("sentence1", "a" + i, "sentence2", "b" + i * i, "label", i % 2)))),
            Map.entry("classification", Map.of("train", rows(8, i -> row("text", "a" + i, "label", "k" + i % 2)),
                    "test", rows(4, i -> row("text", "b" + i, "label", "k" + i % 2)))),
            Map.entry("clustering", Map.of("test", rows(6, i -> row("text", "a" + i, "label", i % 2)))),
            Map.entry("retrieval", Map.of("corpus", rows(4, i -> row("_id", "d" + i, "title", "t", "text", "a" + i)),
                    "queries", rows(3, i -> row("_id", "q" + i, "text", "b" + i)),
                    "qrels", rows(3, i -> row("query-id", "q" + i, "corpus-id", "d" + i, "score", 1)))),
            Map.entry("reranking", Map.of("test",
                    rows(4, i -> row("query", "q" + i, "positive", List.of("p" + i), "negative", List.of("n" + i, "m"))))),
            Map.entry("bitext-mining", Map.of("test", rows(4, i -> row("sentence1", "a" + i, "sentence2", "b" + i)))),
            Map.entry("multiple-choice", Map.of("test",
                    rows(4, i -> row("question", "q" + i, "choices", List.of("a" + i, "b"), "answer", i % 2)))),
            Map.entry("cloze", Map.of("test", rows(4, i -> row("prompt", "p" + i, "answer", "a" + i)))),
            Map.entry("generation", Map.of("test", rows(4, i -> row("prompt", "p" + i, "answer", "a" + i)))),
            Map.entry("fill-mask", Map.of("test", rows(4, i -> row("text", "a [MASK] b" + i, "answer", "a" + i)))),
            Map.entry("perplexity", Map.of("text", rows(4, i -> row("id", i, "text", "a".repeat(1000) + i)))),
            Map.entry("speed", Map.of("prompts", rows(4, i -> row("id", i, "prompt", "p" + i))))));

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
                new Fault("bitext-mining", "test", 1, "sentence1", null, "sentence1 is missing; there are sentence2", format),
                new Fault("multiple-choice", "test", 1, "answer", null, "expected a number in answer; there are question, choices", format),
                new Fault("multiple-choice", "test", 2, "answer", 2, "answer: expected an index from 0 to 1, got 2", format),
                new Fault("multiple-choice", "test", 3, "choices", List.of("a"), "choices: expected at least two texts, got [a]", format),
                new Fault("cloze", "test", 1, "answer", null, "answer is missing; there are prompt", format),
                new Fault("generation", "test", 1, "prompt", null, "prompt is missing; there are answer", format),
                new Fault("generation", "test", 2, "answer", " ",
                        "answer: expected a text that is not blank, a number or a list of such, got  ", format),
                new Fault("fill-mask", "test", 1, "answer", null, "answer is missing; there are text", format),
                new Fault("fill-mask", "test", 2, "text", "no gap", "text: expected [MASK] once, got 'no gap'", format),
                new Fault("perplexity", "text", 1, "text", null, "text is missing; there are id", format),
                new Fault("speed", "prompts", 1, "prompt", null, "prompt is missing; there are id", format),
                new Fault("speed", "prompts", 2, "prompt", " ", "prompt is missing", format)));
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

    static Stream<Data> vectorData() {
        return data().filter(which -> VECTOR_KINDS.contains(which.kind()));
    }

    @ParameterizedTest
    @MethodSource("vectorData")
    void namesTheRowForWhichTheModelGaveNoNumber(Data which) {
        List<Map<String, Object>> rows = SOUND.get(which.kind()).get(which.key());
        String field = rows.getFirst().containsKey("text") ? "text" : rows.getFirst().containsKey("query") ? "query" : "sentence1";
        if (rows.getFirst().containsKey(field)) {
            Map<String, List<Map<String, Object>>> data = new TreeMap<>(SOUND.get(which.kind()));
            Fault fault = new Fault(which.kind(), which.key(), 2, field, AbleModel.BROKEN, "", which.format());
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

    private static Outcome evaluate(Task task) {
        return Evaluators.evaluate(task, Prompts.NONE, AbleModel.of(task.definition().kind()), Progress.SILENT);
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
