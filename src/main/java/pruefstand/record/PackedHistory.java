package pruefstand.record;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import pruefstand.json.Cbor;

/** Everything that was measured as a few hundred bytes a record, since opening a hundred thousand files takes longer than reading them. */
public final class PackedHistory {

    private static final int IN_A_PART = 1024;

    private PackedHistory() {
    }

    /**
     * Some records.
     *
     * @param files where each lies
     * @param paths the same, relative to its results folder
     * @param records what they hold
     */
    private record Part(List<String> files, List<String> paths, List<RunRecord> records) {

        static Part of(List<StoredRecord> stored) {
            return new Part(stored.stream().map(each -> each.file().toString()).toList(), stored.stream().map(each -> each.path().toString()).toList(),
                    stored.stream().map(StoredRecord::content).toList());
        }

        Stream<StoredRecord> stored(CommonParts parts) {
            return IntStream.range(0, records.size()).mapToObj(i -> new StoredRecord(parts.of(records.get(i)), Path.of(paths.get(i)), Path.of(files.get(i))));
        }
    }

    /** The records of a history; what could not be read is left out. */
    public static byte[] of(History history) {
        List<StoredRecord> all = history.records();
        List<byte[]> parts = IntStream.range(0, (all.size() + IN_A_PART - 1) / IN_A_PART).parallel()
                .mapToObj(at -> packed(Part.of(all.subList(at * IN_A_PART, Math.min(all.size(), (at + 1) * IN_A_PART))))).toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            for (byte[] part : parts) {
                out.writeInt(part.length);
                out.write(part);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packed(Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            out.write(Cbor.write(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The history that was packed; whoever keeps the bytes sees to it that they are not damaged. */
    public static History read(byte[] packed) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed));
        List<byte[]> parts = new ArrayList<>();
        try {
            while (in.available() > 0) {
                parts.add(in.readNBytes(in.readInt()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CommonParts common = new CommonParts();
        return new History(parts.parallelStream().flatMap(part -> unpacked(part).stored(common)).toList(), List.of());
    }

    private static Part unpacked(byte[] part) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(part))) {
            return Cbor.read(in.readAllBytes(), Part.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
