package pruefstand.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/**
 * Where it is kept what the next static index of nearly the same passages is made from. Lost or damaged, the index is made anew.
 *
 * @param file where; empty: nothing is kept
 * @param stamp of what was kept together with the site that stands as it was built; empty: the site may be another
 */
public record IndexStore(Optional<Path> file, OptionalLong stamp) {

    /** Keeps nothing. */
    public static final IndexStore NONE = new IndexStore(Optional.empty(), OptionalLong.empty());

    /** What was kept, whole. */
    Optional<KeptIndex> read() {
        try {
            if (file.isEmpty() || !Files.exists(file.get())) {
                return Optional.empty();
            }
            ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file.get()));
            long sum = in.remaining() < Long.BYTES ? -1 : in.getLong();
            byte[] bytes = new byte[in.remaining()];
            in.get(bytes);
            return sum(bytes) == sum && stamp.orElse(sum) == sum ? Optional.of(KeptIndex.read(bytes)) : Optional.empty();
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
            byte[] bytes = index.written();
            Draft draft = new Draft(file.get().resolveSibling(file.get().getFileName() + ".part"), file.get(), sum(bytes));
            Files.write(draft.part, ByteBuffer.allocate(Long.BYTES + bytes.length).putLong(draft.stamp).put(bytes).array());
            return Optional.of(draft);
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

    private static long sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }
}
