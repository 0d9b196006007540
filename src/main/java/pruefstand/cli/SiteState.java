package pruefstand.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import pruefstand.record.Snapshot;
import pruefstand.record.WholeFile;
import pruefstand.site.Rebuilt;
import pruefstand.site.KnownModels;
import pruefstand.site.SiteReport;

/**
 * What a site was made of when it was last built, and how its files stood then: where both are as they were there is nothing to build. A
 * file in the user's cache keeps it; lost, damaged or of another version, the site is built.
 *
 * @param key what the pages are made of beside files
 * @param read the files that they are made of, the catalogue excepted: those known at once, and those that only these tell
 * @param catalogue the file with the reviews
 * @param written the files of the site
 * @param built what that build did
 */
record SiteState(String key, List<Snapshot> read, Snapshot catalogue, Snapshot written, Rebuilt built) {

    /** To be raised when the file looks otherwise. */
    private static final int VERSION = 5;

    /** What the last build kept. */
    static Optional<SiteState> read(Path file, Path start) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            if (bytes.length < 2 * Long.BYTES || in.readLong() != VERSION || in.readLong() != sum(bytes, 2 * Long.BYTES)) {
                return Optional.empty();
            }
            return Optional.of(new SiteState(in.readUTF(), List.of(Snapshot.read(in), Snapshot.read(in)), Snapshot.read(in), Snapshot.read(in),
                    new Rebuilt(new SiteReport(start, in.readInt(), in.readInt(), in.readInt(), in.readInt()), KnownModels.read(in), stamp(in), stamp(in))));
        } catch (IOException _) {
            return Optional.empty(); // the site is built anew
        }
    }

    void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(key);
        for (Snapshot files : read) {
            files.write(out);
        }
        catalogue.write(out);
        written.write(out);
        SiteReport report = built.report();
        for (int count : new int[] {report.pages(), report.written(), report.unchanged(), report.removed()}) {
            out.writeInt(count);
        }
        built.models().write(out);
        write(built.halves(), out);
        write(built.index(), out);
        byte[] content = bytes.toByteArray();
        Files.createDirectories(file.getParent());
        WholeFile.write(file, to -> {
            DataOutputStream head = new DataOutputStream(to);
            head.writeLong(VERSION);
            head.writeLong(sum(content, 0));
            head.write(content);
            head.flush();
        });
    }

    private static void write(OptionalLong stamp, DataOutputStream out) throws IOException {
        out.writeBoolean(stamp.isPresent());
        out.writeLong(stamp.orElse(0));
    }

    private static OptionalLong stamp(DataInputStream in) throws IOException {
        boolean isThere = in.readBoolean();
        long stamp = in.readLong();
        return isThere ? OptionalLong.of(stamp) : OptionalLong.empty();
    }

    /** Tells whether a file is damaged. */
    private static long sum(byte[] bytes, int from) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, bytes.length - from);
        return sum.getValue();
    }

    /** Whether a build would read the same, the reviews excepted, and find every file of the site as the last one left it. */
    boolean standsButForReviews(String now) {
        return key.equals(now) && read.stream().allMatch(files -> files.changed().isEmpty()) && written.changed().isEmpty();
    }

    /** Whether the reviews are the same too. */
    boolean hasReviews() {
        return catalogue.changed().isEmpty();
    }

    /** What a build does that finds everything as it should be. */
    SiteReport unchanged() {
        SiteReport report = built.report();
        return new SiteReport(report.start(), report.pages(), 0, report.written() + report.unchanged(), 0);
    }
}
