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
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import pruefstand.record.Snapshot;
import pruefstand.record.WholeFile;
import pruefstand.site.Rebuilt;
import pruefstand.site.KnownModels;
import pruefstand.site.SiteReport;

/**
 * What a site was made of when it was last built, and how its files stood then: where both are as they were there is nothing to build. Files
 * in the user's cache keep it; lost, damaged or of another version, the site is built.
 *
 * @param key what the pages are made of beside files
 * @param base the files, as they stood when all of the site was built
 * @param stamp of the file that keeps these
 * @param catalogue the file with the reviews
 * @param since files of the site that were written or removed since then
 * @param built what the last build did
 */
record SiteState(String key, SiteBase base, long stamp, Snapshot catalogue, Snapshot since, Rebuilt built) {

    /** To be raised when a file looks otherwise. */
    private static final int VERSION = 11;

    /**
     * What the last build kept.
     *
     * @param files where it keeps how the files stood
     * @param start page of the site
     */
    static Optional<SiteState> read(Path file, Path files, Path start) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            if (bytes.length < 2 * Long.BYTES || in.readLong() != VERSION || in.readLong() != sum(bytes, 2 * Long.BYTES)) {
                return Optional.empty();
            }
            byte[] base = Files.readAllBytes(files);
            long stamp = in.readLong();
            return sum(base, 0) != stamp ? Optional.empty() : Optional.of(new SiteState(in.readUTF(), SiteBase.read(base), stamp, Snapshot.read(in), Snapshot.read(in),
                    new Rebuilt(new SiteReport(start, in.readInt(), in.readInt(), in.readInt(), in.readInt()), KnownModels.read(in), stamp(in), stamp(in),
                            Optional.empty())));
        } catch (IOException _) {
            return Optional.empty(); // the site is built anew
        }
    }

    /** Keeps it, the base excepted. */
    void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(stamp);
        out.writeUTF(key);
        catalogue.write(out);
        since.write(out);
        SiteReport report = built.report();
        for (int count : new int[] {report.pages(), report.written(), report.unchanged(), report.removed()}) {
            out.writeInt(count);
        }
        built.models().write(out);
        write(built.halves(), out);
        write(built.index(), out);
        byte[] content = bytes.toByteArray();
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
    static long sum(byte[] bytes, int from) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, bytes.length - from);
        return sum.getValue();
    }

    /** All of these hold where a build would read the same, the reviews excepted, and find the site as the last one left it; copies of records by name only. */
    List<BooleanSupplier> looks() {
        Set<Path> later = since.places();
        Stream<Supplier<List<Path>>> same = Stream.concat(base.read().stream(), Stream.of(since)).flatMap(files -> files.looks().stream());
        return Stream.<BooleanSupplier>concat(same.map(look -> () -> look.get().isEmpty()),
                base.written().looks().stream().map(look -> () -> later.containsAll(look.get()))).toList();
    }

    /** Whether the reviews are the same too. */
    boolean hasReviews() {
        return catalogue.changed().isEmpty();
    }

    /** That of a build that went on from this one, and touched only some files. */
    SiteState then(Snapshot reviews, Set<Path> touched, Rebuilt next) {
        return new SiteState(key, base, stamp, reviews, since.and(touched), next);
    }

    /** What a build does that finds everything as it should be. */
    SiteReport unchanged() {
        SiteReport report = built.report();
        return new SiteReport(report.start(), report.pages(), 0, report.written() + report.unchanged(), 0);
    }
}
