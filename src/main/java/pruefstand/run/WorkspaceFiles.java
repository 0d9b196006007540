package pruefstand.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.record.FilesBelow;

/** The files that the pages of a workspace are made of. */
public final class WorkspaceFiles {

    private WorkspaceFiles() {
    }

    /**
     * Each by size and time, a line each: another text whenever one was changed, added or removed.
     *
     * @param others files that are not the workspace's own
     */
    public static String state(Workspace workspace, Path... others) {
        Stream<Path> folders = Stream.of(workspace.tasks(), workspace.results()).flatMap(List::stream);
        Stream<Path> files = Stream.of(workspace.root().resolve(Workspace.FILE), workspace.catalogue(), workspace.models());
        return Stream.concat(folders.flatMap(folder -> below(folder).stream()), Stream.concat(files, Arrays.stream(others)).map(WorkspaceFiles::state))
                .collect(Collectors.joining("\n"));
    }

    /** Hidden files are locks, logs and progress. */
    private static List<String> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        return FilesBelow.of(folder, Integer.MAX_VALUE).stream()
                .filter(file -> Stream.iterate(folder.relativize(file), part -> part != null, Path::getParent)
                        .noneMatch(part -> part.getFileName().toString().startsWith(".")))
                .map(WorkspaceFiles::state).sorted().toList();
    }

    private static String state(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (NoSuchFileException e) {
            return file + " none";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
