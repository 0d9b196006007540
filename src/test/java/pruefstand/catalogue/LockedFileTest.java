package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.text.Refusal;

class LockedFileTest {

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("reviews.txt"), "A: old\n");
    }

    @Test
    void whatAProgramWithoutTheLockWroteMeanwhileStays() throws IOException {
        try (LockedFile locked = LockedFile.open(file)) {
            locked.read();
            Refusal refusal = assertThrows(Refusal.class, () -> locked.replace(out -> {
                out.write("A: new\n".getBytes(StandardCharsets.UTF_8));
                Files.writeString(file, "A: old\nB: of somebody else\n");
            }));
            assertTrue(refusal.getMessage().contains("was changed by another program"), refusal.getMessage());
        }
        assertEquals("A: old\nB: of somebody else\n", Files.readString(file));
        assertEquals(List.of(".reviews.txt.lock", "reviews.txt"), names());
    }

    @Test
    void takesAwayWhatAKilledRunLeftBehind() throws IOException {
        Files.writeString(folder.resolve(".reviews.txt.tmp"), "half a li");

        replace("A: new\n");

        assertEquals("A: new\n", Files.readString(file));
        assertEquals(List.of(".reviews.txt.lock", "reviews.txt"), names());
    }

    @Test
    void followsNoLinkThatStandsInTheWay() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "mine\n");
        Files.createSymbolicLink(folder.resolve(".reviews.txt.tmp"), other);

        replace("A: new\n");

        assertEquals("mine\n", Files.readString(other));
        assertEquals("A: new\n", Files.readString(file));
    }

    @Test
    void keepsTheMode() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        replace("A: new\n");

        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void nobodyElseReadsWhatIsNotYetInPlace() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try (LockedFile locked = LockedFile.open(file)) {
            locked.replace(out -> {
                Path temporary = folder.resolve(".reviews.txt.tmp");
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary)));
                out.write('B');
            });
        }
        assertEquals("B", Files.readString(file));
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void leavesTheFileAsItWasWhenWritingFails() throws IOException {
        try (LockedFile locked = LockedFile.open(file)) {
            Refusal refusal = assertThrows(Refusal.class, () -> locked.replace(out -> {
                out.write('B');
                throw new IOException("No space left on device");
            }));
            assertTrue(refusal.what().arguments().toString().contains("No space left on device"), refusal.what().toString());
        }
        assertEquals("A: old\n", Files.readString(file));
        assertEquals(List.of(".reviews.txt.lock", "reviews.txt"), names());
    }

    private void replace(String text) {
        try (LockedFile locked = LockedFile.open(file)) {
            locked.replace(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
