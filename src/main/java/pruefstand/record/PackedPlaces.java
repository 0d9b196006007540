package pruefstand.record;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Goes through the places of a part of a {@link Snapshot}. Of each it holds how many bytes of the path are those of the one before, how many
 * others follow, these, and how it stood. No objects are made of paths that nobody asks for: nearly all are looked at as they lie here.
 */
final class PackedPlaces {

    private static final int LONGEST = 4096;
    /** Where a state has what. */
    private static final int SIZE = Byte.BYTES;
    private static final int TIME = SIZE + Long.BYTES;
    private static final int CONTENT = TIME + Long.BYTES;
    private static final int STATE_BYTES = CONTENT + Long.BYTES;
    private static final FileState.Kind[] KINDS = FileState.Kind.values();

    private final ByteBuffer in;
    private byte[] path = new byte[LONGEST];
    private int length;
    private int state;

    /** Writes what this reads. */
    static final class Writer {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private byte[] before = {};

        void add(String place, FileState state) {
            byte[] path = place.getBytes(StandardCharsets.UTF_8);
            int difference = Arrays.mismatch(before, path);
            int shared = Math.min(Short.MAX_VALUE, difference < 0 ? path.length : difference);
            bytes.writeBytes(ByteBuffer.allocate(Short.BYTES + Integer.BYTES + path.length - shared + STATE_BYTES).putShort((short) shared)
                    .putInt(path.length - shared).put(path, shared, path.length - shared)
                    .put((byte) state.kind().ordinal()).putLong(state.size()).putLong(state.time()).putLong(state.content()).array());
            before = path;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }

    PackedPlaces(byte[] part) {
        this.in = ByteBuffer.wrap(part);
    }

    /** Goes to the next place, or says that there is none. */
    boolean next() {
        if (!in.hasRemaining()) {
            return false;
        }
        int shared = in.getShort();
        int others = in.getInt();
        length = shared + others;
        if (length > path.length) {
            path = Arrays.copyOf(path, 2 * length);
        }
        in.get(path, shared, others);
        state = in.position();
        in.position(state + STATE_BYTES);
        return true;
    }

    /** Its path in UTF-8, with anything behind its {@link #length}. */
    byte[] bytes() {
        return path;
    }

    int length() {
        return length;
    }

    Path path() {
        return Path.of(new String(path, 0, length, StandardCharsets.UTF_8));
    }

    /** How it stood. */
    FileState state() {
        return new FileState(KINDS[in.get(state)], in.getLong(state + SIZE), in.getLong(state + TIME), in.getLong(state + CONTENT));
    }

    /** Whether the place is as it was: most are, and a quick look is enough to see it. */
    boolean stands(QuickLook look) {
        return switch (KINDS[in.get(state)]) {
            case FILE -> look.sees(this) && !look.isFolder() && look.size() == in.getLong(state + SIZE) && look.time() == in.getLong(state + TIME);
            case FOLDER -> look.sees(this) && look.isFolder() && look.time() == in.getLong(state + TIME);
            case NOTHING, YOUNG_FILE, YOUNG_FOLDER, UNKNOWN -> false;
        } || state().stands(path());
    }

    /** What all paths of a part begin with, as far as the last slash. */
    static String folder(byte[] part) {
        PackedPlaces place = new PackedPlaces(part);
        place.next();
        byte[] first = Arrays.copyOf(place.path, place.length);
        int shared = first.length;
        while (place.next()) {
            int difference = Arrays.mismatch(first, 0, shared, place.path, 0, place.length);
            shared = difference < 0 ? shared : difference;
        }
        while (shared > 0 && first[shared - 1] != '/') {
            shared--;
        }
        return new String(first, 0, shared, StandardCharsets.UTF_8);
    }
}
