package pruefstand.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder among the system's temporary ones, gone with all that is in it when it is closed, and with the program at the latest. */
public final class PassingFolder implements AutoCloseable {

    private final Path path;
    private final Thread goesWithTheProgram = Thread.ofPlatform().unstarted(this::deleteLate);

    private PassingFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes one.
     *
     * @param prefix how its name begins, so that people know whose it is
     * @throws UncheckedIOException if there is no place for it
     */
    public static PassingFolder make(String prefix) {
        try {
            PassingFolder folder = new PassingFolder(Files.createTempDirectory(prefix));
            Runtime.getRuntime().addShutdownHook(folder.goesWithTheProgram);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(goesWithTheProgram);
        } catch (IllegalStateException _) {
            return; // the program is ending, and the hook does the rest
        }
        try {
            delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteLate() {
        try {
            delete();
        } catch (IOException _) {
            return; // another thread still writes there while the program ends: then the system clears it with its other temporary files
        }
    }

    private void delete() throws IOException {
        if (Files.notExists(path)) {
            return; // the system clears its temporary files itself now and then
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause(); // what the walk met on its way
        }
    }
}
