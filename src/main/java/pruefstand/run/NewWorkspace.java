package pruefstand.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.ReviewedModel;
import pruefstand.model.Registry;
import pruefstand.text.Refusal;

/**
 * A workspace made around a review file.
 *
 * @param written the files that were made
 */
public record NewWorkspace(List<Path> written) {

    private static final String DEFAULT_CATALOGUE = "catalogue/reviews.txt";
    private static final String DEFAULT_MODELS = "eval/models.yaml";

    /**
     * Makes one in a folder. Nothing that is there is changed.
     *
     * @param reviews the review file; empty: the default place, where an empty one is made if there is none
     * @throws Refusal if the folder is a workspace already, or the review file is not there
     */
    public static NewWorkspace create(Path folder, Optional<Path> reviews, Home home) {
        if (Files.exists(folder.resolve(Workspace.FILE))) {
            throw Refusal.input("run.init.already", folder.resolve(Workspace.FILE).toString());
        }
        reviews.filter(file -> !Files.isRegularFile(file)).ifPresent(file -> {
            throw Refusal.missing("run.init.no-reviews", file.toString());
        });
        List<Path> written = new ArrayList<>();
        Path catalogue = reviews.map(file -> file.toAbsolutePath().normalize()).orElse(folder.resolve(DEFAULT_CATALOGUE));
        writeIfMissing(catalogue, "", written);
        writeIfMissing(folder.resolve(Workspace.FILE), settings(folder, catalogue), written);
        writeIfMissing(folder.resolve(DEFAULT_MODELS), registry(Catalogue.read(catalogue), Registry.read(home.registry())), written);
        return new NewWorkspace(List.copyOf(written));
    }

    private static void writeIfMissing(Path file, String content, List<Path> written) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content, StandardOpenOption.CREATE_NEW);
            written.add(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String settings(Path folder, Path catalogue) {
        String shown = catalogue.startsWith(folder) ? folder.relativize(catalogue).toString().replace('\\', '/') : catalogue.toString();
        return String.format(Locale.ROOT, """
                # A workspace: every key is optional.
                title: {de: "Meine Modelle", en: "My models"}
                catalogue: %s
                models: %s
                tasks: [builtin]            # add a folder of your own: [eval/tasks, builtin]
                results: [eval/results]
                site: {out: site}
                """, quoted(shown), DEFAULT_MODELS);
    }

    private static String registry(Catalogue catalogue, Registry shipped) {
        String listed = catalogue.models().stream().map(ReviewedModel::name)
                .map(name -> "#   " + quoted(name) + (shipped.find(name).isPresent() ? "   (known already)" : ""))
                .collect(Collectors.joining("\n"));
        return String.format(Locale.ROOT, """
                # How each listed model runs on this machine. An entry looks like this:
                #
                #   - name: Qwen3-0.6B                # as the review file lists it
                #     kind: decoder                   # decoder, encoder, reranker, masked; image, video, speech, ocr: never run
                #     variants:
                #       - {name: Q8_0, file: /path/to/Qwen3-0.6B-Q8_0.gguf}
                #
                # Listed in the review file now:
                %s
                models: []
                """, listed.isEmpty() ? "#   (nothing yet)" : listed);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
