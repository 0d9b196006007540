package pruefstand.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * How a file, a folder or a place without either once stood. Of a file size and time of change tell; of a folder its time, or where that
 * is another, the names in it. Whatever was changed so lately that it could be changed again without another time is told by its content.
 *
 * @param kind what there was
 * @param size of a file in bytes
 * @param time when it was last changed, in nanoseconds since 1970
 * @param content sum of the names in a folder, and of the bytes of a young file; 0 else
 */
record FileState(Kind kind, long size, long time, long content) {

    private static final FileState NOTHING = new FileState(Kind.NOTHING, 0, 0, 0);
    private static final FileState UNKNOWN = new FileState(Kind.UNKNOWN, 0, 0, 0);
    /** Whoever changes so large a file is not done within the tick of a clock; reading it would take longer than anything else. */
    private static final long LARGEST_READ = 64 << 20;

    private static final long SECOND = 1_000_000_000;
    /** File systems that tell whole seconds only may tell every other one. */
    private static final long COARSEST_TICK = 2 * SECOND;
    /** Those that tell parts of a second tick at least a hundred times in one; what is between the look and the clock comes on top. */
    private static final long FINE_TICK = SECOND / 10;

    /** What there was. Its place in this list stands in files: new ones come last. */
    enum Kind {
        NOTHING, FILE, FOLDER,
        /** Changed so lately that its time does not tell. */
        YOUNG_FILE, YOUNG_FOLDER,
        /** It could not be looked at, or not read to its end as a pipe or a device, so that nobody knows whether it is the same. */
        UNKNOWN
    }

    /**
     * Looks at a place; links are followed.
     *
     * @param now not later than this look, in nanoseconds since 1970
     * @param inside is given the names in a folder
     */
    static FileState of(Path place, long now, Consumer<List<String>> inside) {
        try {
            BasicFileAttributes found = Files.readAttributes(place, BasicFileAttributes.class);
            long time = found.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            if (found.isDirectory()) {
                List<String> names = names(place);
                inside.accept(names);
                return new FileState(isYoung(time, now) ? Kind.YOUNG_FOLDER : Kind.FOLDER, 0, time, hash(names));
            }
            if (found.isOther()) {
                return UNKNOWN;
            }
            return isYoung(time, now) ? young(place, found.size(), time) : new FileState(Kind.FILE, found.size(), time, 0);
        } catch (IOException e) {
            return Files.notExists(place) ? NOTHING : UNKNOWN;
        }
    }

    /** Whether it could be changed again without another time. */
    private static boolean isYoung(long time, long now) {
        return time >= now - (time % SECOND == 0 ? COARSEST_TICK : FINE_TICK);
    }

    private static FileState young(Path file, long size, long time) throws IOException {
        return size > LARGEST_READ ? UNKNOWN : new FileState(Kind.YOUNG_FILE, size, time, bytes(file));
    }

    boolean isFile() {
        return kind == Kind.FILE || kind == Kind.YOUNG_FILE;
    }

    /** Whether a place is as it was. */
    boolean stands(Path place) {
        try {
            return switch (kind) {
                case NOTHING -> Files.notExists(place);
                case UNKNOWN -> false;
                case FILE -> isSameFile(place);
                case YOUNG_FILE -> isSameFile(place) && bytes(place) == content;
                case FOLDER -> isSameFolder(place) || hash(names(place)) == content;
                case YOUNG_FOLDER -> hash(names(place)) == content;
            };
        } catch (IOException _) {
            return false; // it is no longer there, or no longer to be read
        }
    }

    private boolean isSameFile(Path place) throws IOException {
        BasicFileAttributes found = Files.readAttributes(place, BasicFileAttributes.class);
        return found.isRegularFile() && found.size() == size && found.lastModifiedTime().to(TimeUnit.NANOSECONDS) == time;
    }

    private boolean isSameFolder(Path place) throws IOException {
        BasicFileAttributes found = Files.readAttributes(place, BasicFileAttributes.class);
        return found.isDirectory() && found.lastModifiedTime().to(TimeUnit.NANOSECONDS) == time;
    }

    /** The names in a folder, sorted. Hidden files are locks, logs, progress and drafts, and count for nothing. */
    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(place -> !place.getFileName().toString().startsWith(".") || Files.isDirectory(place))
                    .map(place -> place.getFileName().toString()).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static long bytes(Path file) throws IOException {
        return hash(Files.readAllBytes(file));
    }

    private static long hash(List<String> names) {
        return hash(String.join("/", names).getBytes(StandardCharsets.UTF_8));
    }

    /** Two sums that every processor has a command for; together they are as good as a hash of 64 bits where nobody means to deceive. */
    private static long hash(byte[] bytes) {
        return sum(new CRC32(), bytes) << Integer.SIZE | sum(new CRC32C(), bytes);
    }

    private static long sum(Checksum sum, byte[] bytes) {
        sum.update(bytes);
        return sum.getValue();
    }
}
