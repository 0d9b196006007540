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

    /** Keeps an index, and tells it from others; empty where it cannot be kept. */
    OptionalLong keep(KeptIndex index) {
        try {
            if (file.isEmpty()) {
                return OptionalLong.empty();
            }
            byte[] bytes = index.written();
            long sum = sum(bytes);
            Path draft = file.get().resolveSibling(file.get().getFileName() + ".part");
            Files.write(draft, ByteBuffer.allocate(Long.BYTES + bytes.length).putLong(sum).put(bytes).array());
            Files.move(draft, file.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return OptionalLong.of(sum);
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }

    private static long sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }
}
