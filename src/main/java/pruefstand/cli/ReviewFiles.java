package pruefstand.cli;

import java.nio.file.Path;
import java.util.List;
import pruefstand.catalogue.ReviewFile;

/** The review files that a command is about: those named, else the workspace's own. */
final class ReviewFiles {

    private static final Path STANDARD_INPUT = Path.of("-");

    private final Root root;

    ReviewFiles(Root root) {
        this.root = root;
    }

    List<ReviewFile> of(List<Path> named) {
        return paths(named).stream().map(this::read).toList();
    }

    /** Where they lie, from the folder that the user stands in; {@code -} stands for standard input. */
    List<Path> paths(List<Path> named) {
        return named.isEmpty() ? List.of(ofWorkspace())
                : named.stream().map(typed -> typed.equals(STANDARD_INPUT) ? typed : root.path(typed)).toList();
    }

    ReviewFile read(Path path) {
        return path.equals(STANDARD_INPUT) ? ReviewFile.read("-", root.terminal().in()) : ReviewFile.read(path);
    }

    /** The file of the workspace, named as a user who stands in the workspace would name it. */
    Path ofWorkspace() {
        Path here = root.terminal().folder().toAbsolutePath().normalize();
        Path file = root.workspace().catalogue();
        return file.startsWith(here) && !root.terminal().folder().isAbsolute() ? here.relativize(file) : file;
    }
}
