package pruefstand.task.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.model.Prompts;
import pruefstand.task.DataSet;
import pruefstand.task.Evaluation;
import pruefstand.task.ItemsAnew;
import pruefstand.task.Progress;
import pruefstand.task.Shared;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;

/** Real data sets go through task files into evaluations, all of them; the numbers of items are those of shared/data/SOURCES.md. */
class SharedDataTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sts                 | sts/stsb-multi-mt-de.test.jsonl            | 1379 | scale: {min: 0, max: 5}
            sts                 | sts/stsb-multi-mt-en.test.jsonl            | 1379 | scale: {min: 0, max: 5}
            sts                 | sts/stsb-multi-mt-de.dev.jsonl             | 1500 | scale: {min: 0, max: 5}
            sts                 | sts/stsb-multi-mt-en.dev.jsonl             | 1500 | scale: {min: 0, max: 5}
            bitext-mining       | bitext/ntrex-deu-eng.jsonl                 | 1997 |
            clustering          | clustering/sib200-de.jsonl                 | 1004 |
            pair-classification | pairclassification/pawsx-de.validation.jsonl | 2000 |
            reranking           | reranking/xquad-r-sentences-de.jsonl       | 1157 |
            multiple-choice     | mc/hellaswag-val400-en.jsonl               | 400  | fields: {question: ctx}
            multiple-choice     | mc/arc-challenge-test-en.jsonl             | 1172 |
            multiple-choice     | mc/truthfulqa-mc-en.jsonl                  | 817  |
            multiple-choice     | mc/mmlu-test-20-per-subject-en.jsonl       | 1140 | template: "{question}\\n{choices}\\nAnswer:"
            multiple-choice     | mc/mmlu-dev-en.jsonl                       | 285  |
            multiple-choice     | mc/exams-de.jsonl                          | 575  |
            generation          | gsm/gsm8k-test-en.jsonl                    | 1319 | fields: {prompt: question, answer: solution}
            generation          | gsm/mgsm-de.jsonl                          | 250  | fields: {prompt: question}
            generation          | gsm/mgsm-en.jsonl                          | 250  | fields: {prompt: question}
            """)
    void itemsOfOneFile(String kind, String file, int items, String settings) {
        assertEquals(items, items(task(kind, List.of("test: " + Shared.file("data/" + file)), settings == null ? "" : settings)));
    }

    @ParameterizedTest
    @CsvSource({"de, 204", "en, 204"})
    void itemsWithOthersToLearnFrom(String language, int items) {
        assertEquals(items, items(task("classification", Stream.of("train", "test")
                .map(key -> key + ": " + Shared.file("data/classification/sib200-" + language + "." + key + ".jsonl")).toList(), "")));
    }

    @ParameterizedTest
    @CsvSource({"xquad-de, 240, 1181, corpus.jsonl", "xquad-en, 240, 1185, corpus.jsonl",
            "mlqa-dev-context_de-question_de, 456, 512, corpus.jsonl", "legalquad-de, 200, 200, corpus.jsonl.gz",
            "cranfield, 1400, 225, corpus.jsonl"})
    void queriesAndDocuments(String name, int documents, int queries, String corpus) {
        Path set = Shared.file("data/retrieval/" + name);
        record Identified(String _id) {
        }
        Task task = task("retrieval", List.of("corpus: " + set.resolve(corpus), "queries: " + set.resolve("queries.jsonl"),
                "qrels: " + set.resolve("qrels.tsv")), "");
        assertEquals(documents, task.corpus().readItems(Identified.class).size());
        assertEquals(queries, items(task));
    }

    @ParameterizedTest
    @CsvSource({"wiki.test.raw, 241211", "fontane-unterm-birnbaum-de.txt, 32715"})
    void wordsOfATextAsWcCountsThem(String file, int words) {
        Task task = task("perplexity", List.of("text: " + Shared.file("data/perplexity/" + file)), "");
        assertEquals(words, task.text().readText().strip().split("\\s+").length);
    }

    /** The solutions end with {@code #### 18}; the answers of the same file are the numbers alone. */
    @Test
    void thePatternOfGsm8kFindsTheAnswersOfItsSolutions() {
        record Solved(String answer) {
        }
        Task task = task("generation", List.of("test: " + Shared.file("data/gsm/gsm8k-test-en.jsonl")),
                "fields: {prompt: question, answer: solution}\nanswer_pattern: \"(-?[$0-9.,]{2,})|(-?[0-9]+)\"");
        List<String> wanted = DataSet.of(task.data().getFirst()).readItems(Solved.class).stream().map(item -> item.value().answer()).toList();
        assertEquals(wanted.stream().map(List::of).toList(), ItemsAnew.kept(evaluate(task).items()).read(Map.class).stream()
                .map(item -> item.get("expected")).toList());
    }

    private int items(Task task) {
        return evaluate(task).items().size();
    }

    private static Evaluation evaluate(Task task) {
        return assertInstanceOf(Evaluation.class,
                Evaluators.evaluate(task, Prompts.NONE, AbleModel.of(task.definition().kind()), Progress.SILENT));
    }

    private Task task(String kind, List<String> data, String settings) {
        return TaskFixture.read(folder, kind, "data: {" + String.join(", ", data) + "}\n" + settings + "\n");
    }
}
