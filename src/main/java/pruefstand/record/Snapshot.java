package pruefstand.record;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many files and folders stood at one time, to see later whether any was changed, added or removed; packed, since there may be
 * hundreds of thousands. Hidden files count for nothing.
 */
public final class Snapshot {

    private static final int IN_A_PART = 4096;
    /** The coarsest clock of a file system ticks every two seconds. */
    private static final long TICK_SECONDS = 2;
    private static final int STATE_BYTES = Byte.BYTES + 3 * Long.BYTES;
    private static final FileState.Kind[] KINDS = FileState.Kind.values();

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
        return new Snapshot(looked(places, _ -> false).stream().map(Part::bytes).toList());
    }

    /** How these places stand with everything in and below those that are folders; links to folders are not gone into. */
    public static Snapshot below(Collection<Path> roots) {
        List<byte[]> parts = new ArrayList<>();
        Predicate<Path> open = _ -> true;
        for (Collection<Path> level = roots; !level.isEmpty(); open = place -> !Files.isSymbolicLink(place)) {
            List<Part> looked = looked(level, open);
            looked.forEach(part -> parts.add(part.bytes()));
            level = looked.stream().flatMap(part -> part.inside().stream()).toList();
        }
        return new Snapshot(parts);
    }

    private static List<Part> looked(Collection<Path> places, Predicate<Path> open) {
        long young = Instant.now().minusSeconds(TICK_SECONDS).getEpochSecond() * 1_000_000_000L;
        List<Path> all = List.copyOf(places);
        return IntStream.range(0, (all.size() + IN_A_PART - 1) / IN_A_PART).parallel()
                .mapToObj(at -> Part.of(all.subList(at * IN_A_PART, Math.min(all.size(), (at + 1) * IN_A_PART)), open, young)).toList();
    }

    /**
     * Some places.
     *
     * @param bytes how they stand
     * @param inside what is in those that are folders
     */
    private record Part(byte[] bytes, List<Path> inside) {

        static Part of(List<Path> places, Predicate<Path> open, long young) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            List<Path> inside = new ArrayList<>();
            DataOutputStream out = new DataOutputStream(bytes);
            String before = "";
            try {
                for (Path place : places) {
                    String path = place.toString();
                    int shared = shared(before, path);
                    out.writeShort(shared);
                    write(path.substring(shared), out);
                    Snapshot.write(FileState.of(place, young, names -> {
                        if (open.test(place)) {
                            names.forEach(name -> inside.add(place.resolve(name)));
                        }
                    }), out);
                    before = path;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Part(bytes.toByteArray(), inside);
        }
    }

    /** Most paths have but few kinds of letters, and are read the quicker for it. */
    private static void write(String path, DataOutputStream out) throws IOException {
        boolean isNarrow = path.chars().allMatch(c -> c <= 0xFF);
        out.writeInt(isNarrow ? path.length() : -path.length());
        if (isNarrow) {
            out.write(path.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            out.writeChars(path);
        }
    }

    private static int shared(String one, String other) {
        int most = Math.min(Short.MAX_VALUE, Math.min(one.length(), other.length()));
        for (int i = 0; i < most; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return i;
            }
        }
        return most;
    }

    private static void write(FileState state, DataOutputStream out) throws IOException {
        out.writeByte(state.kind().ordinal());
        out.writeLong(state.size());
        out.writeLong(state.time());
        out.writeLong(state.content());
    }

    private static FileState state(ByteBuffer in) {
        return new FileState(KINDS[in.get()], in.getLong(), in.getLong(), in.getLong());
    }

    /** The places that no longer stand as they did. */
    public List<Path> changed() {
        return parts.parallelStream().flatMap(part -> changed(part).stream()).toList();
    }

    /** Whether all places stand as they did, those excepted that another one knows, which was made later. */
    public boolean standsBut(Snapshot later) {
        List<Path> changed = changed();
        return changed.isEmpty() || later.places().containsAll(changed);
    }

    /** How these places stand now, and some further ones. */
    public Snapshot and(Set<Path> further) {
        return of(Stream.concat(places().stream(), further.stream()).collect(Collectors.toCollection(TreeSet::new)));
    }

    private Set<Path> places() {
        Set<Path> places = new HashSet<>();
        parts.forEach(part -> each(part, (place, _) -> places.add(Path.of(place))));
        return places;
    }

    private static List<Path> changed(byte[] part) {
        List<Path> changed = new ArrayList<>();
        try (QuickLook look = new QuickLook(folder(part))) {
            each(part, (place, state) -> {
                if (!state.stands(place, look)) {
                    changed.add(Path.of(place));
                }
            });
        }
        return changed;
    }

    /** What all paths of a part begin with, as far as the last slash. */
    private static String folder(byte[] part) {
        ByteBuffer in = ByteBuffer.wrap(part);
        StringBuilder path = new StringBuilder();
        int shared = Integer.MAX_VALUE;
        while (in.hasRemaining()) {
            int kept = in.getShort();
            if (path.isEmpty()) {
                append(in, path);
            } else {
                shared = Math.min(shared, kept);
                int length = in.getInt();
                in.position(in.position() + Math.max(length, -Character.BYTES * length));
            }
            in.position(in.position() + STATE_BYTES);
        }
        return path.substring(0, path.lastIndexOf("/", shared - 1) + 1);
    }

    private static void each(byte[] part, BiConsumer<String, FileState> taker) {
        ByteBuffer in = ByteBuffer.wrap(part);
        StringBuilder path = new StringBuilder();
        while (in.hasRemaining()) {
            path.setLength(in.getShort());
            append(in, path);
            taker.accept(path.toString(), state(in));
        }
    }

    private static void append(ByteBuffer in, StringBuilder path) {
        int length = in.getInt();
        if (length >= 0) {
            path.append(new String(in.array(), in.position(), length, StandardCharsets.ISO_8859_1));
            in.position(in.position() + length);
        } else {
            for (int left = -length; left > 0; left--) {
                path.append(in.getChar());
            }
        }
    }

    /** The files that there were, in no order; empty where something could not be looked at. */
    Optional<List<Path>> files() {
        List<Path> files = new ArrayList<>();
        List<Path> unknown = new ArrayList<>();
        parts.forEach(part -> each(part, (place, state) -> {
            if (state.isFile()) {
                files.add(Path.of(place));
            } else if (state.kind() == FileState.Kind.UNKNOWN) {
                unknown.add(Path.of(place));
            }
        }));
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
            parts.add(in.readNBytes(in.readInt()));
        }
        return new Snapshot(parts);
    }
}
