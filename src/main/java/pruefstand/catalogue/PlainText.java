package pruefstand.catalogue;

/**
 * UTF-8 beyond ASCII that no check can object to: valid, visible, no space, and in normalization form C whatever stands beside
 * it. Leaves out what it is not sure of; a line with other scalars is decoded and looked at in full.
 */
final class PlainText {

    /** First and last scalar of each range, ascending. */
    private static final int[] RANGES = {0xA1, 0xAC, 0xAE, 0x2FF, 0x391, 0x3FF, 0x400, 0x482, 0x48A, 0x52F, 0x531, 0x556,
        0x561, 0x587, 0x5D0, 0x5EA, 0x620, 0x64A, 0xE01, 0xE37, 0x10A0, 0x10FF, 0x1E00, 0x1EFF, 0x2010, 0x2027, 0x2030, 0x205E,
        0x2070, 0x20CF, 0x2100, 0x2125, 0x212C, 0x218F, 0x2190, 0x2328, 0x232B, 0x2ADB, 0x2ADD, 0x2BFF, 0x3001, 0x3029,
        0x3030, 0x3098, 0x309B, 0xA48C, 0xAC00, 0xD7A3, 0xFE0F, 0xFE0F, 0xFF01, 0xFFDC, 0x1F000, 0x1FAFF, 0x20000, 0x2A6DF};

    private PlainText() {
    }

    /** Bytes of the plain scalar that starts at an offset; 0 if there is none. */
    static int length(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xFF;
        int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > end) {
            return 0;
        }
        int scalar = lead & 0x7F >> length;
        for (int i = 1; i < length; i++) {
            int next = bytes[at + i];
            if ((next & 0xC0) != 0x80) {
                return 0;
            }
            scalar = scalar << 6 | next & 0x3F;
        }
        return isShortest(scalar, length) && isPlain(scalar) ? length : 0;
    }

    private static boolean isShortest(int scalar, int length) {
        return length == 2 || scalar >= (length == 3 ? 0x800 : 0x10000);
    }

    static boolean isPlain(int scalar) {
        if (scalar >= 0xC0 && scalar <= 0x2FF) {
            return true;
        }
        int low = 0;
        int high = RANGES.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (scalar < RANGES[2 * middle]) {
                high = middle - 1;
            } else if (scalar > RANGES[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }
}
