package pruefstand.search;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Where it is kept what the next static index of nearly the same passages is made from. Lost or damaged, the index is made anew.
 *
 * @param file where; empty: nothing is kept
 * @param stamp of what was kept together with the site that stands as it was built; empty: the site may be another
 */
public record IndexStore(Optional<Path> file, OptionalLong stamp) {

    private static final int BUFFER = 1 << 16;

    /** Keeps nothing. */
    public static final IndexStore NONE = new IndexStore(Optional.empty(), OptionalLong.empty());

    /** What was kept, whole. */
    Optional<KeptIndex> read() {
        try {
            if (file.isEmpty() || !Files.exists(file.get())) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file.get());
            int end = bytes.length - Long.BYTES;
            if (end < 0) {
                return Optional.empty();
            }
            long sum = ByteBuffer.wrap(bytes).getLong(end);
            return sum(bytes, end) == sum && stamp.orElse(sum) == sum ? KeptIndex.read(new ByteArrayInputStream(bytes, 0, end)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Writes an index beside the one that is kept; empty where that cannot be done. */
    Optional<Draft> draft(KeptIndex index) {
        try {
            if (file.isEmpty()) {
                return Optional.empty();
            }
            Path part = file.get().resolveSibling(file.get().getFileName() + ".part");
            try (CheckedOutputStream out = new CheckedOutputStream(Files.newOutputStream(part), new CRC32())) {
                BufferedOutputStream content = new BufferedOutputStream(out, BUFFER);
                index.write(content);
                content.flush();
                long sum = out.getChecksum().getValue();
                out.write(ByteBuffer.allocate(Long.BYTES).putLong(sum).array());
                return Optional.of(new Draft(part, file.get(), sum));
            }
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** An index that is written, but not yet kept. */
    record Draft(Path part, Path file, long stamp) {

        OptionalLong keep() {
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return OptionalLong.of(stamp);
            } catch (IOException _) {
                return OptionalLong.empty();
            }
        }

        /** Removes it, unless it is kept. */
        void drop() {
            try {
                Files.deleteIfExists(part);
            } catch (IOException _) {
                // The next index is written over it.
            }
        }
    }

    private static long sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }
}
