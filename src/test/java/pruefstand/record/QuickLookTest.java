package pruefstand.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class QuickLookTest {

    private static final FileTime TIME = FileTime.from(Instant.ofEpochSecond(1_700_000_000, 123_456_789));

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void files() throws IOException {
        file = Files.writeString(Files.createDirectories(folder.resolve("bänk/€")).resolve("größe 𝄞.json"), "12345");
        Files.setLastModifiedTime(file, TIME);
        Files.setLastModifiedTime(file.getParent(), TIME);
    }

    private static PackedPlaces place(String path) {
        PackedPlaces.Writer packed = new PackedPlaces.Writer();
        packed.add(path, new FileState(FileState.Kind.NOTHING, 0, 0, 0));
        PackedPlaces places = new PackedPlaces(packed.bytes());
        assertTrue(places.next());
        return places;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itSeesWhatLinuxKnowsOfAFileAndAFolder() {
        try (QuickLook look = new QuickLook(folder + "/bänk/")) {
            assertTrue(look.sees(place(file.toString())));
            assertEquals(5, look.size());
            assertEquals(1_700_000_000_123_456_789L, look.time());
            assertFalse(look.isFolder());
            assertTrue(look.sees(place(file.getParent().toString())));
            assertEquals(1_700_000_000_123_456_789L, look.time());
            assertTrue(look.isFolder());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itFollowsLinks() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        try (QuickLook look = new QuickLook(folder + "/")) {
            assertTrue(look.sees(place(link.toString())));
            assertEquals(5, look.size());
        }
    }

    @Test
    void itSeesNothingWhereNothingIs() throws IOException {
        Path broken = Files.createSymbolicLink(folder.resolve("broken"), folder.resolve("none"));
        try (QuickLook look = new QuickLook(folder + "/")) {
            assertFalse(look.sees(place(folder + "/none")));
            assertFalse(look.sees(place(folder + "/bänk/€/none")));
            assertFalse(look.sees(place(file + "/none")), "a file is no folder");
            assertFalse(look.sees(place(folder + "/")), "no name");
            assertFalse(look.sees(place(folder + "/" + "x".repeat(5000))));
            assertFalse(look.sees(place(broken.toString())));
        }
    }

    @Test
    void belowWhatIsNoFolderItSeesNothing() {
        for (String from : new String[] {folder + "/none/", file + "/", "", "/" + "x".repeat(5000) + "/"}) {
            try (QuickLook look = new QuickLook(from)) {
                assertFalse(look.sees(place(from + "one")));
            }
        }
    }
}
