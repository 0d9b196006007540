package pruefstand.site;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.InflaterInputStream;
import pruefstand.json.Cbor;
import pruefstand.json.JsonException;

/**
 * The halves of pages that no review changes: what was measured, in the words of the page. A build of everything keeps them in a file; one
 * that goes on from it takes them from there, and reads no record. Whatever is not there, or damaged, is made anew. Safe to share.
 */
public final class Halves implements AutoCloseable {

    private final Optional<Path> file;
    private Map<String, Place> kept = Map.of();
    private Optional<RandomAccessFile> reading = Optional.empty();
    private Optional<DataOutputStream> writing = Optional.empty();
    private final Map<String, Place> written = new HashMap<>();
    private long end;

    private Halves(Optional<Path> file) {
        this.file = file;
    }

    /**
     * Where a half lies.
     *
     * @param from first byte
     * @param length in bytes
     * @param sum tells whether it is damaged
     */
    private record Place(long from, int length, long sum) {
    }

    /** Of a site that is built once. */
    public static Halves none() {
        return new Halves(Optional.empty());
    }

    /**
     * Those of a file.
     *
     * @param stamp of what the last build kept there; empty, or of another: there is nothing
     */
    public static Halves at(Path file, OptionalLong stamp) {
        Halves halves = new Halves(Optional.of(file));
        if (stamp.isPresent()) {
            halves.open(file, stamp.getAsLong());
        }
        return halves;
    }

    private void open(Path path, long stamp) {
        try {
            RandomAccessFile opened = new RandomAccessFile(path.toString(), "r");
            reading = Optional.of(opened);
            opened.seek(opened.length() - Long.BYTES);
            long index = opened.readLong();
            long length = opened.length() - Long.BYTES - index;
            byte[] bytes = index < 0 || length < 0 || length > Integer.MAX_VALUE ? new byte[0] : bytes(opened, index, (int) length);
            kept = sum(bytes) == stamp ? index(bytes) : Map.of();
        } catch (IOException _) {
            kept = Map.of(); // what cannot be read is made anew
        }
    }

    private static Map<String, Place> index(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        Map<String, Place> places = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            places.put(in.readUTF(), new Place(in.readLong(), in.readInt(), in.readLong()));
        }
        return places;
    }

    private static byte[] bytes(RandomAccessFile in, long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.seek(from);
        in.readFully(bytes);
        return bytes;
    }

    private static long sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }

    /** From here on everything is made, and kept. */
    void begin() {
        kept = Map.of();
        try {
            if (file.isPresent()) {
                writing = Optional.of(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(draft()))));
            }
        } catch (IOException _) {
            writing = Optional.empty(); // nothing is kept, and the next build makes all
        }
    }

    private Path draft() {
        return file.orElseThrow().resolveSibling(file.orElseThrow().getFileName() + ".part");
    }

    /**
     * A half as it was kept, or as it is made now.
     *
     * @param key address of the file that it belongs to
     */
    <T> T of(String key, Class<T> type, Supplier<T> maker) {
        Optional<T> before = Optional.ofNullable(kept.get(key)).flatMap(place -> read(place, type));
        if (before.isPresent()) {
            return before.get();
        }
        T made = maker.get();
        if (writing.isPresent()) {
            keep(key, packed(Cbor.write(made)));
        }
        return made;
    }

    private synchronized <T> Optional<T> read(Place place, Class<T> type) {
        try {
            byte[] bytes = bytes(reading.orElseThrow(), place.from, place.length);
            return sum(bytes) == place.sum ? Optional.of(Cbor.read(unpacked(bytes), type)) : Optional.empty();
        } catch (IOException | JsonException _) {
            return Optional.empty(); // what is damaged is made anew
        }
    }

    /** A half says the same names again and again, and takes a tenth of its length. */
    private static byte[] packed(byte[] half) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(half);
            deflater.finish();
            byte[] packed = new byte[half.length + half.length / 100 + 64];
            return Arrays.copyOf(packed, deflater.deflate(packed));
        } finally {
            deflater.end();
        }
    }

    private static byte[] unpacked(byte[] half) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(half))) {
            return in.readAllBytes();
        }
    }

    private synchronized void keep(String key, byte[] bytes) {
        try {
            if (writing.isPresent()) {
                writing.get().write(bytes);
                written.put(key, new Place(end, bytes.length, sum(bytes)));
                end += bytes.length;
            }
        } catch (IOException _) {
            writing = Optional.empty(); // nothing more is kept, and the next build makes all
        }
    }

    /** Ends what {@link #begin} began, and tells what was kept from other halves; empty where nothing could be. */
    OptionalLong end() {
        try {
            if (writing.isEmpty()) {
                return OptionalLong.empty();
            }
            byte[] index = index(written);
            try (DataOutputStream out = writing.get()) {
                out.write(index);
                out.writeLong(end);
            }
            Files.move(draft(), file.orElseThrow(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return OptionalLong.of(sum(index));
        } catch (IOException _) {
            return OptionalLong.empty(); // without a stamp the next build takes nothing from here
        }
    }

    private static byte[] index(Map<String, Place> places) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(places.size());
        for (Map.Entry<String, Place> place : places.entrySet()) {
            out.writeUTF(place.getKey());
            out.writeLong(place.getValue().from);
            out.writeInt(place.getValue().length);
            out.writeLong(place.getValue().sum);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        try {
            if (reading.isPresent()) {
                reading.get().close();
            }
            if (writing.isPresent()) {
                writing.get().close();
                Files.deleteIfExists(draft());
            }
        } catch (IOException _) {
            // What was read is read, and what was not kept is made again.
        }
    }
}
