package pruefstand.catalogue;

/** Walks over the body of a line, byte by byte, and proves where it can that nothing is wrong with it. */
final class BodyScan {

    static final int UNPROVED = -1;

    private static final byte[] SEPARATOR = {'\\', 'n', '\\', 'n', ' '};
    private static final boolean[] STOPS = stops();

    private byte[] bytes;
    private int end;
    private int start;
    private boolean colonSeen;

    private static boolean[] stops() {
        boolean[] stops = new boolean[256];
        for (int found = 0; found < stops.length; found++) {
            stops[found] = found < ' ' || found >= 0x7F || found == '\\' || found == ':';
        }
        return stops;
    }

    /**
     * @param bytes what holds the line
     * @param end where the bytes end
     * @param start the first byte of the body, after the SPACE that ends the header
     * @return the index of the line feed, or {@link #UNPROVED} where the line must be looked at in full
     */
    int scan(byte[] bytes, int end, int start) {
        this.bytes = bytes;
        this.end = end;
        this.start = start;
        colonSeen = false;
        int at = words(start);
        while (at < end && bytes[at] != '\n') {
            int next = special(at);
            if (next == UNPROVED) {
                return UNPROVED;
            }
            at = words(next);
        }
        return at < end && !isSpace(at - 1) ? at : UNPROVED;
    }

    /** The first byte from here on that is no printable ASCII, or a backslash, a colon, or a SPACE after a SPACE. */
    private int words(int from) {
        long spaceBefore = isSpace(from - 1) ? 0x80 : 0;
        int at = from;
        for (; at + EightBytes.COUNT <= end; at += EightBytes.COUNT) {
            long word = EightBytes.read(bytes, at);
            long spaces = EightBytes.spaces(word);
            long stops = EightBytes.stops(word, spaces, spaceBefore);
            if (stops != 0) {
                return at + EightBytes.before(stops);
            }
            spaceBefore = spaces >>> 56;
        }
        return lastWords(at);
    }

    /** The same for the few bytes at the end. */
    private int lastWords(int from) {
        for (int at = from; at < end; at++) {
            int found = bytes[at];
            if (STOPS[found & 0xFF] || found == ' ' && isSpace(at - 1)) {
                return at;
            }
        }
        return end;
    }

    private int special(int at) {
        byte found = bytes[at];
        if (found < 0) {
            int length = PlainText.length(bytes, at, end);
            return length == 0 ? UNPROVED : at + length;
        }
        return switch (found) {
            case ':' -> colon(at);
            case '\\' -> backslash(at);
            default -> UNPROVED;
        };
    }

    /** What stands before the first colon could be the rest of a header that ended too early, if it holds a slash. */
    private int colon(int at) {
        if (!colonSeen && at + 1 < end && isSpace(at + 1)) {
            colonSeen = true;
            return holdsSlash(start, at) ? UNPROVED : at + 1;
        }
        return at + 1;
    }

    private boolean holdsSlash(int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == '/') {
                return true;
            }
        }
        return false;
    }

    /** A whole separator between two texts is sound, and so is a backslash without an n. */
    private int backslash(int at) {
        if (at + 1 < end && bytes[at + 1] != 'n') {
            return at + 1;
        }
        int after = at + SEPARATOR.length;
        boolean separator = at > start && isSpace(at - 1) && after < end && isSeparator(at)
                && bytes[after] != '\\';
        return separator ? after : UNPROVED;
    }

    private boolean isSeparator(int at) {
        for (int i = 0; i < SEPARATOR.length; i++) {
            if (bytes[at + i] != SEPARATOR[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isSpace(int at) {
        return bytes[at] == ' ';
    }
}
