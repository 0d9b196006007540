package pruefstand.run;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.text.HttpAddress;
import pruefstand.text.LocalizedText;
import pruefstand.text.Refusal;

/** Gives meaning to a workspace's file; refuses what cannot be meant, with the key and the file. */
final class WorkspaceReader {

    private static final String BUILTIN = "builtin";
    private static final String TASKS = "eval/tasks";

    private final Path file;
    private final Path root;
    private final Home home;

    /**
     * A reader of one file.
     *
     * @param file absolute; what it says is relative to its folder
     */
    WorkspaceReader(Path file, Home home) {
        this.file = file;
        this.root = file.getParent();
        this.home = home;
    }

    Workspace read(WorkspaceFile written) {
        return new Workspace(root, written.title().orElse(new LocalizedText("Prüfstand", "Prüfstand")),
                path("catalogue", written.catalogue().orElse("catalogue/reviews.txt")),
                path("models", written.models().orElse("eval/models.yaml")),
                written.tasks().map(this::tasks).orElseGet(this::usualTasks),
                folders("results", written.results().orElse(List.of("eval/results"))),
                site(written.site().orElse(WorkspaceFile.Site.EMPTY)),
                written.native_().flatMap(WorkspaceFile.Native::path).map(path -> path("native.path", path)),
                written.engines().map(this::engines).orElse(List.of()),
                new RunSettingsReader(file).limits(written.limits().orElse(WorkspaceFile.Limits.EMPTY)),
                new RunSettingsReader(file).night(written.nightly().orElse(WorkspaceFile.Nightly.EMPTY)));
    }

    private List<String> engines(List<String> written) {
        if (written.stream().anyMatch(engine -> engine == null || engine.isBlank())
                || written.stream().distinct().count() < written.size()) {
            throw Refusal.input("run.workspace.engines", file.toString());
        }
        return List.copyOf(written);
    }

    private List<Path> tasks(List<String> written) {
        if (written.isEmpty()) {
            throw Refusal.input("run.workspace.no-folder", file.toString(), "tasks");
        }
        return written.stream().flatMap(this::tasks).distinct().toList();
    }

    private Stream<Path> tasks(String folder) {
        return BUILTIN.equals(folder) ? Stream.of(home.tasks(), home.hubTasks()) : Stream.of(path("tasks", folder));
    }

    /** Nobody named the folder, so it need not be there. */
    private List<Path> usualTasks() {
        Stream<Path> own = Stream.of(root.resolve(TASKS)).filter(Files::isDirectory);
        return Stream.concat(own, tasks(BUILTIN)).distinct().toList();
    }

    private List<Path> folders(String key, List<String> written) {
        if (written.isEmpty()) {
            throw Refusal.input("run.workspace.no-folder", file.toString(), key);
        }
        return written.stream().map(folder -> path(key, folder)).toList();
    }

    private Path path(String key, String written) {
        if (written == null || written.isBlank()) {
            throw Refusal.input("run.workspace.no-path", file.toString(), key, "");
        }
        try {
            return root.resolve(written).normalize();
        } catch (InvalidPathException e) {
            throw Refusal.input("run.workspace.no-path", file.toString(), key, e.getReason()).because(e);
        }
    }

    private WorkspaceSite site(WorkspaceFile.Site written) {
        return new WorkspaceSite(path(inSite("out"), written.out().orElse("target/site")),
                written.baseUrl().map(this::base), address(inSite("imprint"), written.imprint()),
                address(inSite("privacy"), written.privacy()), publishing(written.publish()));
    }

    private static String inSite(String key) {
        return String.join(".", "site", key);
    }

    private URI base(String written) {
        return HttpAddress.base(written).orElseThrow(() -> Refusal.input("run.workspace.base-url", file.toString(), inSite("base_url"), written));
    }

    private Optional<URI> address(String key, Optional<String> written) {
        return written.map(text -> HttpAddress.of(text)
                .orElseThrow(() -> Refusal.input("run.workspace.address", file.toString(), key, text)));
    }

    private Map<String, String> publishing(Optional<Object> publish) {
        return switch (publish.orElse("full")) {
            case String everywhere -> Map.of("", checked(everywhere));
            case Map<?, ?> hosts -> hosts.entrySet().stream().collect(Collectors.toMap(
                    entry -> String.valueOf(entry.getKey()), entry -> checked(String.valueOf(entry.getValue()))));
            case Object other -> throw Refusal.input("run.workspace.publish", file.toString(), other.toString());
        };
    }

    private String checked(String way) {
        if (!List.of("full", "excerpt", "link").contains(way)) {
            throw Refusal.input("run.workspace.publish", file.toString(), way);
        }
        return way;
    }
}
