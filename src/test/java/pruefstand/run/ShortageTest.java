package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.text.Refusal;
import pruefstand.text.RefusalKind;

class ShortageTest {

    @Test
    void aFullHeapIsToldWithItsSizeWhereverItWasFull() {
        Refusal refusal = Shortage.of(new CompletionException(new OutOfMemoryError("Java heap space"))).orElseThrow();
        assertEquals("run.short.memory", refusal.what().key());
        assertEquals(RefusalKind.MISSING_PART, refusal.kind());
        assertTrue(refusal.getMessage().contains("-Xmx"), refusal.getMessage());
    }

    @Test
    void threadsAreNoMemory() {
        assertEquals(Optional.of("run.short.threads"), key(new OutOfMemoryError(
                "unable to create native thread: possibly out of memory or process/resource limits reached")));
    }

    /** As the JDK words it with fork, and with its helper. */
    @ParameterizedTest
    @ValueSource(strings = {"Cannot run program \"java\": error=11, Resource temporarily unavailable",
        "Cannot run program \"java\": posix_spawn failed, error: 11 (Resource temporarily unavailable) \nPossible reasons:\n",
        "Cannot run program \"java\": error=35, Resource temporarily unavailable"})
    void aProcessThatCannotBeStartedIsAsShortAsAThread(String said) {
        assertEquals(Optional.of("run.short.threads"), key(new IOException(said)));
    }

    @Test
    void aLibraryThatCannotBeUnpackedNamesTheFolderThatItNeeds() {
        for (Throwable error : new Throwable[] {new UnsatisfiedLinkError("libx.so: failed to map segment"),
            new ExceptionInInitializerError(new IllegalStateException(new FileSystemException("/tmp/x", null, "Read-only file system")))}) {
            Refusal refusal = Shortage.of(error).orElseThrow();
            assertEquals("run.short.library", refusal.what().key());
            assertTrue(refusal.getMessage().contains(System.getProperty("java.io.tmpdir")), refusal.getMessage());
        }
    }

    @Test
    void mistakesOfTheProgramAreNone() {
        assertEquals(Optional.empty(), key(new IllegalStateException("no wording")));
        assertEquals(Optional.empty(), key(new NoSuchMethodError("x")));
        assertEquals(Optional.empty(), key(new FileSystemException("/tmp/x")));
        assertEquals(Optional.empty(), key(new IOException("Cannot run program \"java\": error=2, No such file or directory")));
    }

    private static Optional<String> key(Throwable error) {
        return Shortage.of(error).map(refusal -> refusal.what().key());
    }
}
