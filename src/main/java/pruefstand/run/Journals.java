package pruefstand.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.engine.journal.JournalFile;
import pruefstand.json.Json;
import pruefstand.model.Source;

/**
 * Where the cells of a results folder keep their answers while they are measured: one file a cell, gone when the cell has its record.
 * What is timed is not kept, and a baseline's answers are computed as quickly as they are read.
 */
final class Journals {

    private static final String FOLDER = ".journal";
    private static final int FORMAT = 1;
    /** A cell that is not due any more leaves its journal behind. */
    private static final Duration LIFETIME = Duration.ofDays(14);

    private final Path folder;
    private final String machine;

    /**
     * Journals of a results folder.
     *
     * @param machine what can change the last bits beside the cell itself: the host class, and how many threads compute
     */
    Journals(Path results, String machine) {
        this.folder = results.resolve(FOLDER);
        this.machine = machine;
    }

    /** Where a cell keeps its answers; empty where it keeps none. */
    Optional<JournalFile> of(Cell cell) {
        return switch (cell.variant().source()) {
            case Source.Baseline _, Source.WordVectors _ -> Optional.empty();
            case Source.LocalFile _, Source.HubFile _, Source.OnnxFolder _, Source.Server _ ->
                cell.task().definition().isTimed() ? Optional.empty() : Optional.of(new JournalFile(file(cell), identity(cell)));
        };
    }

    private Path file(Cell cell) {
        return folder.resolve(cell.key());
    }

    /** The program's own code computes as well: after a change of it, nothing goes on. */
    private String identity(Cell cell) {
        return Json.write(List.of(FORMAT, cell.key(), cell.model().name(), cell.variant().name(), machine, codeTime().toString()));
    }

    private static Instant codeTime() {
        try {
            Path code = Path.of(Journals.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.getLastModifiedTime(code).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The cell has its record, or is to be measured from its beginning. */
    void forget(Cell cell) {
        delete(file(cell));
    }

    /** Takes away what nobody has gone on with for two weeks. */
    void forgetOld(Instant now) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> isOld(file, now)).forEach(Journals::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOld(Path file, Instant now) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(LIFETIME));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
