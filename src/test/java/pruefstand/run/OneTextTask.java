package pruefstand.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A workspace with one task, the perplexity of a text, and the reviews of one model, winzig; what of it runs is up to the test. */
final class OneTextTask {

    private static final String SENTENCE = "Der Gärtner zählt am Abend die Töpfe im Hof, und keiner fehlt.\n\n";

    private OneTextTask() {
    }

    static void write(Path folder, int sentences) throws IOException {
        Files.createDirectories(folder.resolve("eval/tasks"));
        Files.writeString(folder.resolve("reviews.txt"), "winzig/2026-11-21: Klein.\n");
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: reviews.txt\ntasks: [eval/tasks]\n");
        Files.writeString(folder.resolve("eval/tasks/text.yaml"), "name: text\nversion: 1\nkind: perplexity\nlanguages: [de]\n"
                + "description: {de: A, en: B}\ncontext: 64\ndata: {text: text.txt}\nspans: {bytes: 200, preceding: 100}\n");
        Files.writeString(folder.resolve("eval/tasks/text.txt"), SENTENCE.repeat(sentences));
    }
}
