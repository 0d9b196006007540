package pruefstand.record;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many files and folders stood at one time, to see later whether any was changed, added or removed; packed, since there may be
 * hundreds of thousands. Hidden files count for nothing.
 */
public final class Snapshot {

    private static final int IN_A_PART = 4096;

    /** Each can be read without the others. */
    private final List<byte[]> parts;

    private Snapshot(List<byte[]> parts) {
        this.parts = parts;
    }

    /**
     * How these places stand; nothing of them may be read before.
     *
     * @param places in any order; what is not there counts too
     */
    public static Snapshot of(Collection<Path> places) {
        return new Snapshot(sharedOut(List.copyOf(places), now(), Looking::add));
    }

    /**
     * How these places stand with everything in and below those that are folders; links to folders are not gone into, unless they are of these.
     * In a large tree what is in a folder stands behind it: who then looks whether all is as it was finds the system still busy with that
     * folder, which saves a quarter of the time.
     */
    public static Snapshot below(Collection<Path> roots) {
        long now = now();
        List<byte[]> parts = new ArrayList<>();
        List<Path> level = level(roots, _ -> true, now, parts);
        while (!level.isEmpty() && level.size() < IN_A_PART) {
            level = level(level, Snapshot::isNoLink, now, parts);
        }
        parts.addAll(sharedOut(level, now, Looking::addAllBelow));
        return new Snapshot(parts);
    }

    /** Looks at some places, and returns what is in those that are folders to be opened. */
    private static List<Path> level(Collection<Path> places, Predicate<Path> open, long now, List<byte[]> parts) {
        Looking looking = new Looking(now);
        List<Path> inside = new ArrayList<>();
        places.forEach(place -> inside.addAll(looking.into(place, open)));
        parts.addAll(looking.parts());
        return inside;
    }

    private static long now() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    }

    private static boolean isNoLink(Path place) {
        return !Files.isSymbolicLink(place);
    }

    private static List<byte[]> sharedOut(List<Path> places, long now, BiConsumer<Looking, Path> look) {
        return IntStream.range(0, (places.size() + IN_A_PART - 1) / IN_A_PART).parallel().boxed().flatMap(at -> {
            Looking looking = new Looking(now);
            places.subList(at * IN_A_PART, Math.min(places.size(), (at + 1) * IN_A_PART)).forEach(place -> look.accept(looking, place));
            return looking.parts().stream();
        }).toList();
    }

    /** Notes how places stand, one after another. */
    private static final class Looking {

        private final long now;
        private final List<byte[]> full = new ArrayList<>();
        private PackedPlaces.Writer packed = new PackedPlaces.Writer();
        private int count;

        Looking(long now) {
            this.now = now;
        }

        void add(Path place) {
            into(place, _ -> false);
        }

        void addAllBelow(Path place) {
            into(place, Snapshot::isNoLink).forEach(this::addAllBelow);
        }

        /** Returns what is in the place, where that is a folder to be opened. */
        List<Path> into(Path place, Predicate<Path> open) {
            List<Path> inside = new ArrayList<>();
            packed.add(place.toString(), FileState.of(place, now, names -> {
                if (open.test(place)) {
                    names.forEach(name -> inside.add(place.resolve(name)));
                }
            }));
            if (++count % IN_A_PART == 0) {
                full.add(packed.bytes());
                packed = new PackedPlaces.Writer();
            }
            return inside;
        }

        List<byte[]> parts() {
            return count % IN_A_PART == 0 ? full : Stream.concat(full.stream(), Stream.of(packed.bytes())).toList();
        }
    }

    /** The places that no longer stand as they did. */
    public List<Path> changed() {
        return looks().parallelStream().flatMap(look -> look.get().stream()).toList();
    }

    /** The same in pieces, for threads of the caller's choice. */
    public List<Supplier<List<Path>>> looks() {
        return parts.stream().<Supplier<List<Path>>>map(part -> () -> changed(part)).toList();
    }

    /** How these places stand now, and some further ones. */
    public Snapshot and(Set<Path> further) {
        return of(Stream.concat(places().stream(), further.stream()).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The places, changed or not. */
    public Set<Path> places() {
        Set<Path> places = new HashSet<>();
        each(place -> places.add(place.path()));
        return places;
    }

    private void each(Consumer<PackedPlaces> taker) {
        for (byte[] part : parts) {
            for (PackedPlaces place = new PackedPlaces(part); place.next();) {
                taker.accept(place);
            }
        }
    }

    private static List<Path> changed(byte[] part) {
        List<Path> changed = new ArrayList<>();
        try (QuickLook look = new QuickLook(PackedPlaces.folder(part))) {
            for (PackedPlaces place = new PackedPlaces(part); place.next();) {
                if (!place.stands(look)) {
                    changed.add(place.path());
                }
            }
        }
        return changed;
    }

    /** The files that there were, in no order; empty where something could not be looked at. */
    Optional<List<Path>> files() {
        List<Path> files = new ArrayList<>();
        List<Path> unknown = new ArrayList<>();
        each(place -> {
            FileState state = place.state();
            if (state.isFile()) {
                files.add(place.path());
            } else if (state.kind() == FileState.Kind.UNKNOWN) {
                unknown.add(place.path());
            }
        });
        return unknown.isEmpty() ? Optional.of(files) : Optional.empty();
    }

    /** Writes what {@link #read} reads. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(parts.size());
        for (byte[] part : parts) {
            out.writeInt(part.length);
            out.write(part);
        }
    }

    /** Reads what was written, whole; whoever keeps it sees to it that it is not damaged. */
    public static Snapshot read(DataInputStream in) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        for (int count = in.readInt(); parts.size() < count;) {
            byte[] part = new byte[in.readInt()];
            in.readFully(part);
            parts.add(part);
        }
        return new Snapshot(parts);
    }
}
