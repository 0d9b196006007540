package pruefstand.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes task files and their data into a folder and reads them back. */
public final class TaskFixture {

    private static final String HEAD = """
            name: example
            version: 1
            kind: %s
            languages: [en]
            description: {de: "Ein Beispiel.", en: "An example."}
            """;

    private TaskFixture() {
    }

    /** A perplexity task over a text. */
    public static Task perplexity(Path folder, String text, String settings) {
        write(folder.resolve("text.txt"), text);
        return read(folder, "perplexity", "data: {text: text.txt}\n" + settings);
    }

    /** A kld task over a text. */
    public static Task kld(Path folder, String text, String settings) {
        write(folder.resolve("text.txt"), text);
        return read(folder, "kld", "data: {text: text.txt}\n" + settings);
    }

    /** An sts task over JSON Lines, with scores from 0 to 5. */
    public static Task sts(Path folder, String lines) {
        write(folder.resolve("pairs.jsonl"), lines);
        return read(folder, "sts", "data: {test: pairs.jsonl}\nscale: {min: 0, max: 5}\n");
    }

    /** A task whose items stand in one file, items.jsonl. */
    public static Task items(Path folder, String kind, String lines) {
        write(folder.resolve("items.jsonl"), lines);
        return read(folder, kind, "data: {test: items.jsonl}\n");
    }

    /** The same with settings. */
    public static Task items(Path folder, String kind, String lines, String settings) {
        write(folder.resolve("items.jsonl"), lines);
        return read(folder, kind, "data: {test: items.jsonl}\n" + settings);
    }

    /** A task with examples in train.jsonl. */
    public static Task withExamples(Path folder, String kind, String train, String lines, String settings) {
        write(folder.resolve("train.jsonl"), train);
        write(folder.resolve("items.jsonl"), lines);
        return read(folder, kind, "data: {train: train.jsonl, test: items.jsonl}\n" + settings);
    }

    /** A classification task, 8 samples a label. */
    public static Task classification(Path folder, String train, String test) {
        write(folder.resolve("train.jsonl"), train);
        write(folder.resolve("test.jsonl"), test);
        return read(folder, "classification", "data: {train: train.jsonl, test: test.jsonl}\n");
    }

    /** A retrieval task. */
    public static Task retrieval(Path folder, String corpus, String queries, String qrels) {
        write(folder.resolve("corpus.jsonl"), corpus);
        write(folder.resolve("queries.jsonl"), queries);
        write(folder.resolve("qrels.tsv"), qrels);
        return read(folder, "retrieval", "data: {corpus: corpus.jsonl, queries: queries.jsonl, qrels: qrels.tsv}\n");
    }

    /** A retrieval task whose documents a reranker reads. */
    public static Task twoStage(Path folder, String corpus, String queries, String qrels, String rerank) {
        retrieval(folder, corpus, queries, qrels);
        return read(folder, "retrieval", "data: {corpus: corpus.jsonl, queries: queries.jsonl, qrels: qrels.tsv}\nrerank: " + rerank + "\n");
    }

    /** A speed task that asks the prompts of a file, prompts.jsonl. */
    public static Task endToEnd(Path folder, String lines, String settings) {
        write(folder.resolve("prompts.jsonl"), lines);
        return read(folder, "speed", "data: {prompts: prompts.jsonl}\n" + settings);
    }

    /** A speed task. */
    public static Task speed(Path folder, String settings) {
        return read(folder, "speed", settings);
    }

    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A task of a kind, whose file says beside its head what is given: data, and the settings of the kind. */
    public static Task read(Path folder, String kind, String rest) {
        write(folder.resolve("example.yaml"), HEAD.formatted(kind) + rest);
        return Tasks.in(List.of(folder)).getFirst();
    }
}
