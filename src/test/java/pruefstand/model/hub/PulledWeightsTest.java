package pruefstand.model.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be taken out of the hub's cache. */
class PulledWeightsTest {

    @TempDir
    private Path folder;

    private PulledWeights pulled;

    @BeforeEach
    void threeFilesOfWhichTheFirstWasPulledFirst() throws IOException {
        pulled = new PulledWeights(folder.resolve("cache/pulled.jsonl"));
        for (int i = 1; i <= 3; i++) {
            pulled.add(file(i), "hash" + i, 100, Instant.EPOCH.plusSeconds(i));
        }
    }

    /** As the hub's cache has it: a link in a snapshot to a blob. */
    private Path file(int number) throws IOException {
        Path blob = folder.resolve("hub/models--a--b/blobs/hash" + number);
        Path link = folder.resolve("hub/models--a--b/snapshots/c/" + number + ".gguf");
        if (!Files.exists(blob)) {
            Files.createDirectories(blob.getParent());
            Files.createDirectories(link.getParent());
            Files.write(blob, new byte[100]);
            Files.createSymbolicLink(link, link.getParent().relativize(blob));
        }
        return link;
    }

    private List<String> left() {
        return pulled.all().stream().map(PulledWeights.Weights::sha256).toList();
    }

    @Test
    void theLongestUnusedGoesFirstWithItsBlobAndNoMoreThanIsNeeded() throws IOException {
        assertEquals(List.of("hash1", "hash2"), pulled.evict(150, Set.of()).stream().map(PulledWeights.Weights::sha256).toList());
        assertEquals(List.of("hash3"), left());
        assertFalse(Files.exists(folder.resolve("hub/models--a--b/blobs/hash1")));
        assertFalse(Files.isSymbolicLink(folder.resolve("hub/models--a--b/snapshots/c/1.gguf")));
        assertTrue(Files.exists(file(3)));
    }

    @Test
    void whatIsUsedStaysLonger() throws IOException {
        pulled.use(file(1), Instant.EPOCH.plusSeconds(9));
        assertEquals(List.of("hash2", "hash3", "hash1"), left());
    }

    @Test
    void whatIsNeededStaysWhateverItsAge() throws IOException {
        Path needed = folder.resolve("hub/models--a--b/blobs/hash1");
        assertEquals(List.of("hash2"), pulled.evict(100, Set.of(needed)).stream().map(PulledWeights.Weights::sha256).toList());
    }

    @Test
    void whereAllWouldNotBeEnoughNothingGoes() throws IOException {
        assertEquals(List.of(), pulled.evict(250, Set.of(file(1))));
        assertEquals(3, pulled.all().size());
    }

    @Test
    void whatOthersPutThereOrChangedIsNeverTaken() throws IOException {
        Path own = Files.write(folder.resolve("hub/models--a--b/blobs/mine"), new byte[500]);
        Files.write(folder.resolve("hub/models--a--b/blobs/hash1"), new byte[101]);
        assertEquals(List.of("hash2", "hash3"), pulled.evict(200, Set.of()).stream().map(PulledWeights.Weights::sha256).toList());
        assertTrue(Files.exists(own) && Files.exists(file(1)));
    }

    @Test
    void severalMayWriteTheListAtOnce() throws IOException {
        List<Thread> threads = IntStream.range(10, 18).mapToObj(i -> Thread.ofPlatform().unstarted(() -> {
            try {
                pulled.add(file(i), "hash" + i, 100, Instant.EPOCH.plusSeconds(i));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        })).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertEquals(11, pulled.all().size());
    }

    @Test
    void aDamagedListCountsAsEmpty() throws IOException {
        Files.writeString(folder.resolve("cache/pulled.jsonl"), "{");
        assertEquals(List.of(), pulled.evict(1, Set.of()));
    }
}
