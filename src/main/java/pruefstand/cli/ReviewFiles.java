package pruefstand.cli;

import java.nio.file.Path;
import java.util.List;
import pruefstand.catalogue.ReviewFile;
import pruefstand.run.Workspace;

/** The review files that a command is about: those named, else the workspace's own. */
final class ReviewFiles {

    private static final Path STANDARD_INPUT = Path.of("-");

    private final Root root;

    ReviewFiles(Root root) {
        this.root = root;
    }

    List<ReviewFile> of(List<Path> named) {
        return named.isEmpty() ? List.of(ofWorkspace()) : named.stream().map(this::file).toList();
    }

    private ReviewFile ofWorkspace() {
        Workspace workspace = root.workspace();
        Path here = root.terminal().folder().toAbsolutePath().normalize();
        Path file = workspace.catalogue();
        return ReviewFile.read(file.startsWith(here) && !root.terminal().folder().isAbsolute() ? here.relativize(file) : file);
    }

    private ReviewFile file(Path typed) {
        return typed.equals(STANDARD_INPUT) ? ReviewFile.read("-", root.terminal().in()) : ReviewFile.read(root.path(typed));
    }
}
