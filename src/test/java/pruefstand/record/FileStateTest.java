package pruefstand.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStateTest {

    private static final FileTime TIME = FileTime.from(Instant.ofEpochSecond(1_700_000_000));
    /** An hour later, in nanoseconds. */
    private static final long NOW = 1_700_003_600_000_000_000L;

    @TempDir
    private Path folder;
    private Path place;

    @BeforeEach
    void place() throws IOException {
        place = Files.createDirectory(folder.resolve("place"));
        Files.setLastModifiedTime(place, TIME);
    }

    private boolean stands(FileState state) {
        try (QuickLook quick = new QuickLook(folder + "/"); QuickLook blind = new QuickLook(folder + "/none/")) {
            PackedPlaces.Writer packed = new PackedPlaces.Writer();
            packed.add(place.toString(), state);
            PackedPlaces places = new PackedPlaces(packed.bytes());
            assertTrue(places.next());
            assertEquals(state, places.state());
            boolean seen = places.stands(quick);
            assertEquals(seen, places.stands(blind), "with a quick look or without");
            return seen;
        }
    }

    @Test
    void aFolderIsNotAFileOfTheSameTime() throws IOException {
        FileState before = FileState.of(place, NOW, _ -> { });
        assertTrue(stands(before));
        Files.delete(place);
        assertFalse(stands(before), "nothing");
        Files.setLastModifiedTime(Files.createFile(place), TIME);
        assertFalse(stands(before), "a file");
    }

    @Test
    void aFileIsNotAFolderOfTheSameTime() throws IOException {
        Files.delete(place);
        Files.setLastModifiedTime(Files.createFile(place), TIME);
        FileState before = FileState.of(place, NOW, _ -> { });
        assertTrue(stands(before));
        Files.delete(place);
        Files.setLastModifiedTime(Files.createDirectory(place), TIME);
        assertFalse(stands(before), "a folder");
    }

    @Test
    void aFolderWithTheSameNamesAtAnotherTimeStands() throws IOException {
        Files.createFile(place.resolve("a"));
        FileState before = FileState.of(place, NOW, _ -> { });
        Files.setLastModifiedTime(place, TIME);
        assertTrue(stands(before));
        Files.move(place.resolve("a"), place.resolve("b"));
        assertFalse(stands(before));
    }

    private FileState.Kind kind(long age) throws IOException {
        Files.setLastModifiedTime(place, FileTime.from(NOW - age, TimeUnit.NANOSECONDS));
        return FileState.of(place, NOW, _ -> { }).kind();
    }

    @Test
    void whatChangedTwoSecondsAgoOrATenthWhereTheClockTellsPartsOfASecondIsYoung() throws IOException {
        Files.delete(place);
        Files.createFile(place);
        assertEquals(FileState.Kind.YOUNG_FILE, kind(0));
        assertEquals(FileState.Kind.YOUNG_FILE, kind(-5_000_000_000L), "by a clock that is ahead");
        assertEquals(FileState.Kind.YOUNG_FILE, kind(1_000_000_000L));
        assertEquals(FileState.Kind.YOUNG_FILE, kind(2_000_000_000L));
        assertEquals(FileState.Kind.FILE, kind(3_000_000_000L));
        assertEquals(FileState.Kind.YOUNG_FILE, kind(90_001_000L));
        assertEquals(FileState.Kind.FILE, kind(110_001_000L));
    }
}
