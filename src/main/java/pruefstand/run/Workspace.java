package pruefstand.run;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.json.JsonException;
import pruefstand.json.Yaml;
import pruefstand.text.LocalizedText;
import pruefstand.text.Refusal;

/**
 * The user's own files: a folder with {@code pruefstand.yaml}, in which every key is optional.
 *
 * @param root the folder
 * @param title of the site
 * @param catalogue the review file
 * @param models the registry file
 * @param tasks folders with task files
 * @param results folders with records; the first is written
 * @param site how the site is built
 * @param nativeLibrary folder of a llama.cpp of the user's own
 * @param engines llama.cpps that `eval` measures with, each a version or a folder; empty: the usual one
 * @param limits how much a worker of `eval` may
 * @param night what {@code nightly} may and shall do
 */
public record Workspace(Path root, LocalizedText title, Path catalogue, Path models, List<Path> tasks, List<Path> results,
        WorkspaceSite site, Optional<Path> nativeLibrary, List<String> engines, Limits limits, WorkspaceNight night) {

    public static final String FILE = "pruefstand.yaml";

    /**
     * Finds the workspace that a folder belongs to, upwards as git does.
     *
     * @throws Refusal if its file cannot be used
     */
    public static Optional<Workspace> around(Path start, Home home) {
        return Stream.iterate(start.toAbsolutePath().normalize(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.isRegularFile(folder.resolve(FILE))).findFirst().map(folder -> read(folder, home));
    }

    /**
     * Reads the workspace in a folder.
     *
     * @throws Refusal if its file is not there or cannot be used
     */
    public static Workspace read(Path folder, Home home) {
        Path root = folder.toAbsolutePath().normalize();
        Path file = root.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw Refusal.missing("run.workspace.missing", file.toString());
        }
        try {
            return new WorkspaceReader(file, home).read(Yaml.readOr(file, WorkspaceFile.class, WorkspaceFile.EMPTY));
        } catch (JsonException e) {
            throw Refusal.input("run.workspace.unreadable", e.getMessage()).because(e);
        }
    }

    /** The same workspace with its site elsewhere. */
    public Workspace withSite(Path folder) {
        return new Workspace(root, title, catalogue, models, tasks, results,
                new WorkspaceSite(folder, site.baseUrl(), site.imprint(), site.privacy(), site.publish()), nativeLibrary,
                engines, limits, night);
    }

    /** The same workspace with a site for another address. */
    public Workspace withBaseUrl(URI address) {
        return new Workspace(root, title, catalogue, models, tasks, results,
                new WorkspaceSite(site.out(), Optional.of(address), site.imprint(), site.privacy(), site.publish()), nativeLibrary,
                engines, limits, night);
    }

    /** The same workspace with results read from and written to another folder. */
    public Workspace withResults(Path folder) {
        return new Workspace(root, title, catalogue, models, tasks, List.of(folder), site, nativeLibrary, engines, limits, night);
    }

    /** The same workspace with another registry. */
    public Workspace withModels(Path file) {
        return new Workspace(root, title, catalogue, file, tasks, results, site, nativeLibrary, engines, limits, night);
    }

    /** The same workspace with the tasks of one folder only. */
    public Workspace withTasks(Path folder) {
        return new Workspace(root, title, catalogue, models, List.of(folder), results, site, nativeLibrary, engines, limits, night);
    }
}
