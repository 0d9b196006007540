package pruefstand.run;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.task.speed.Bandwidth;

/** Measures how fast threads read memory together: the best of several sweeps over a buffer of four times the last cache. */
final class MemoryBandwidth {

    private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");
    // Where the system does not say: larger than that of most machines, so that no sweep is served from it.
    private static final long UNKNOWN_CACHE = 64L << 20;
    // Servers name a cache of hundreds of MiB that no single machine gets whole.
    private static final long MOST_BYTES = 1L << 30;
    private static final int TIMES_THE_CACHE = 4;
    private static final int SWEEPS = 8;
    private static final long PIECE = 1 << 18;

    private final long cacheBytes;
    private final List<MemorySegment> parts;

    private MemoryBandwidth(long cacheBytes, int threads, Arena arena) {
        this.cacheBytes = cacheBytes;
        long each = Math.min(MOST_BYTES, TIMES_THE_CACHE * cacheBytes) / threads / 2 * 2;
        this.parts = IntStream.range(0, threads).mapToObj(_ -> arena.allocate(each, Long.BYTES)).toList();
    }

    /** Takes a tenth of a second or so; what it allocates is free again afterwards. */
    static Bandwidth measure(int threads) {
        try (Arena arena = Arena.ofShared()) {
            return new MemoryBandwidth(lastCache(CACHES), threads, arena).best();
        }
    }

    private Bandwidth best() {
        parts.forEach(part -> part.fill((byte) 1)); // else all of it would be one page of zeros
        long bytes = parts.stream().mapToLong(MemorySegment::byteSize).sum();
        long nanos = IntStream.range(0, SWEEPS).mapToLong(_ -> sweep()).min().orElseThrow();
        return new Bandwidth((double) bytes / nanos, cacheBytes);
    }

    private long sweep() {
        List<Reader> readers = parts.stream().map(Reader::new).toList();
        long start = System.nanoTime();
        readers.forEach(Thread::start);
        readers.forEach(Reader::await);
        long nanos = System.nanoTime() - start;
        if (readers.stream().anyMatch(reader -> reader.differs)) {
            throw new IllegalStateException("memory that was filled alike reads differently");
        }
        return nanos;
    }

    /**
     * Reads a part once, by comparing its halves: the JVM has machine code for that from the start, where a loop of our own would be
     * interpreted.
     */
    private static final class Reader extends Thread {
        private final MemorySegment part;
        private boolean differs;

        Reader(MemorySegment part) {
            this.part = part;
        }

        @Override
        public void run() {
            long half = part.byteSize() / 2;
            for (long from = 0; from < half; from += PIECE) {
                long to = Math.min(half, from + PIECE);
                differs |= MemorySegment.mismatch(part, from, to, part, half + from, half + to) >= 0;
            }
        }

        void await() {
            try {
                join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while memory was measured", e);
            }
        }
    }

    /** Size of the largest cache that the system names, in bytes. */
    static long lastCache(Path folder) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.map(cache -> cache.resolve("size")).filter(Files::isRegularFile).mapToLong(MemoryBandwidth::bytes).max()
                    .orElse(UNKNOWN_CACHE);
        } catch (IOException e) {
            return UNKNOWN_CACHE;
        }
    }

    private static long bytes(Path size) {
        try {
            String text = Files.readString(size).strip();
            long unit = text.endsWith("M") ? 1 << 20 : text.endsWith("K") ? 1 << 10 : 1;
            return Long.parseLong(text.replaceAll("[^0-9]", "")) * unit;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
