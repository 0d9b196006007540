package pruefstand.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What a run that was killed while it wrote leaves of a record that never came to be: drafts, and items without their record. */
public final class Remains {

    /** Somebody may be writing just now. */
    private static final Duration SURELY_OVER = Duration.ofDays(1);
    private static final int DEPTH = 4;

    private final Path results;

    public Remains(Path results) {
        this.results = results;
    }

    /** Takes away what is a day old. */
    public void clear(Instant now) {
        if (!Files.isDirectory(results)) {
            return;
        }
        try {
            for (Path file : FilesBelow.of(results, DEPTH)) {
                if ((WholeFile.isDraft(file) || isWithoutRecord(file)) && isOld(file, now)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWithoutRecord(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ItemFile.ENDING)
                && Files.notExists(file.resolveSibling(name.substring(0, name.length() - ItemFile.ENDING.length()) + RecordStore.ENDING));
    }

    private static boolean isOld(Path file, Instant now) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(SURELY_OVER));
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
