package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.task.speed.Bandwidth;

class MemoryBandwidthTest {

    @TempDir
    private Path folder;

    @Test
    void isThatOfSomeMachineThatExists() {
        Bandwidth bandwidth = MemoryBandwidth.measure(1);
        assertTrue(bandwidth.gbPerSecond() > 0.1 && bandwidth.gbPerSecond() < 10_000, bandwidth.toString());
    }

    @Test
    void theLastCacheIsTheLargest() throws IOException {
        cache("index0", "32K\n");
        cache("index2", "1024K\n");
        cache("index3", "32M\n");
        cache("index4", "odd\n");
        assertEquals(32 << 20, MemoryBandwidth.lastCache(folder));
    }

    @Test
    void whereTheSystemNamesNoneALargeOneIsAssumed() {
        assertEquals(64 << 20, MemoryBandwidth.lastCache(folder));
        assertEquals(64 << 20, MemoryBandwidth.lastCache(folder.resolve("nowhere")));
    }

    private void cache(String name, String size) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("size"), size);
    }
}
