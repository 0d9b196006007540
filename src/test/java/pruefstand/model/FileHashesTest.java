package pruefstand.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory is a convenience: whatever is wrong with it, the hash is right. */
class FileHashesTest {

    /** Of the three bytes "abc", from FIPS 180-4's example. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;
    private Path model;

    @BeforeEach
    void aModelFile() throws IOException {
        model = Files.writeString(folder.resolve("m.gguf"), "abc");
    }

    @Test
    void computesAndRemembers() throws IOException {
        Path memory = folder.resolve("cache/sha256.properties");
        assertEquals(ABC, new FileHashes(Optional.of(memory)).sha256(model));
        assertTrue(Files.readString(memory).contains(ABC));
        assertEquals(ABC, new FileHashes(Optional.of(memory)).sha256(model));
    }

    @Test
    void computesWhereTheMemoryIsDamaged() throws IOException {
        Path memory = Files.writeString(folder.resolve("sha256.properties"), "x=\\u12G4\n");
        assertEquals(ABC, new FileHashes(Optional.of(memory)).sha256(model));
        Path cut = folder.resolve("cut.properties");
        new FileHashes(Optional.of(cut)).sha256(model);
        Files.writeString(cut, Files.readString(cut).replace(ABC, ABC.substring(0, 10)));
        assertEquals(ABC, new FileHashes(Optional.of(cut)).sha256(model));
    }

    @Test
    void computesWhereTheMemoryCannotBeKept() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertEquals(ABC, new FileHashes(Optional.of(file.resolve("below/sha256.properties"))).sha256(model));
        Path occupied = Files.createDirectories(folder.resolve("sha256.properties/inside")).getParent();
        assertEquals(ABC, new FileHashes(Optional.of(occupied)).sha256(model));
    }

    @Test
    void takesAHashThatWasComputedWhileTheFileWasWritten() {
        Path memory = folder.resolve("sha256.properties");
        new FileHashes(Optional.of(memory)).remember(model, "0".repeat(64));
        assertEquals("0".repeat(64), new FileHashes(Optional.of(memory)).sha256(model));
    }

    @Test
    void neverHidesThatTheModelFileCannotBeRead() {
        assertThrows(UncheckedIOException.class, () -> new FileHashes(Optional.empty()).sha256(folder.resolve("none.gguf")));
        assertThrows(UncheckedIOException.class, () -> new FileHashes(Optional.empty()).sha256(folder));
    }

    @Test
    void takesAnAbsoluteCacheFolderOnly() {
        Path usual = folder.resolve(".cache/pruefstand/x");
        assertEquals(Optional.of(folder.resolve("c/pruefstand/x")), UserCache.folder("x", Optional.of(folder + "/c"), folder));
        assertEquals(Optional.of(usual), UserCache.folder("x", Optional.of("relative"), folder));
        assertEquals(Optional.of(usual), UserCache.folder("x", Optional.of(""), folder));
        assertEquals(Optional.of(usual), UserCache.folder("x", Optional.of("/a\0b"), folder));
        assertEquals(Optional.of(usual), UserCache.folder("x", Optional.empty(), folder));
        assertEquals(Optional.empty(), UserCache.folder("x", Optional.of(model.toString()), folder));
    }
}
