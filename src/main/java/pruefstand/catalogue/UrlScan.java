package pruefstand.catalogue;

import java.nio.charset.StandardCharsets;

/** Walks over a URL in a header and proves, for the plain ones, that nothing is wrong with it. */
final class UrlScan {

    private static final int UNPROVED = -1;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_HOST = 253;
    private static final byte[] SCHEME = "http".getBytes(StandardCharsets.US_ASCII);
    private static final boolean[] IN_PATH = inPath();

    private byte[] bytes;
    private int end;

    private static boolean[] inPath() {
        boolean[] legal = new boolean[128];
        for (char c = '0'; c <= 'z'; c++) {
            legal[c] = Character.isLetterOrDigit(c);
        }
        for (char c : "-._~!$&'()*+,;=:@/?".toCharArray()) {
            legal[c] = true;
        }
        return legal;
    }

    /** The index after the URL, where a SPACE or the colon that ends the header stands, or {@link #UNPROVED}. */
    int scan(byte[] bytes, int end, int start) {
        this.bytes = bytes;
        this.end = end;
        int host = afterScheme(start);
        int path = host == UNPROVED ? UNPROVED : afterHost(host);
        return path == UNPROVED ? UNPROVED : afterPath(path);
    }

    private int afterScheme(int start) {
        int at = start;
        for (byte expected : SCHEME) {
            if (byteAt(at++) != expected) {
                return UNPROVED;
            }
        }
        if (byteAt(at) == 's') {
            at++;
        }
        return byteAt(at) == ':' && byteAt(at + 1) == '/' && byteAt(at + 2) == '/' ? at + 3 : UNPROVED;
    }

    /** Labels of letters, digits and inner hyphens, the last one with a letter at its start. */
    private int afterHost(int start) {
        int label = start;
        int at = start;
        while (isLetterOrDigit(byteAt(at)) || byteAt(at) == '-' || byteAt(at) == '.') {
            if (byteAt(at) == '.') {
                if (!isLabel(label, at)) {
                    return UNPROVED;
                }
                label = at + 1;
            }
            at++;
        }
        boolean sound = isLabel(label, at) && at - start <= LONGEST_HOST && byteAt(label) > '9';
        return sound && (byteAt(at) == '/' || byteAt(at) == '?' || endsUrl(at)) ? at : UNPROVED;
    }

    private boolean isLabel(int from, int to) {
        return to > from && to - from <= LONGEST_LABEL && byteAt(from) != '-' && byteAt(to - 1) != '-';
    }

    private int afterPath(int start) {
        int at = start;
        boolean inFragment = false;
        while (!endsUrl(at)) {
            int found = byteAt(at);
            if (found == '#' && !inFragment) {
                inFragment = true;
                at++;
            } else if (found == '%' && isHexDigit(byteAt(at + 1)) && isHexDigit(byteAt(at + 2))) {
                at += 3;
            } else if (found > 0 && IN_PATH[found]) {
                at++;
            } else {
                return UNPROVED;
            }
        }
        return byteAt(at - 1) == ':' ? UNPROVED : at;
    }

    private boolean endsUrl(int at) {
        return byteAt(at) == ' ' || byteAt(at) == ':' && byteAt(at + 1) == ' ';
    }

    private static boolean isLetterOrDigit(int found) {
        return found >= 'a' && found <= 'z' || found >= '0' && found <= '9' || found >= 'A' && found <= 'Z';
    }

    private static boolean isHexDigit(int found) {
        return found >= '0' && found <= '9' || found >= 'A' && found <= 'F' || found >= 'a' && found <= 'f';
    }

    /** The byte; a line feed after the last one, which no header holds. */
    private int byteAt(int at) {
        return at < end ? bytes[at] : '\n';
    }
}
