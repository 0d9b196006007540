package pruefstand.catalogue;

/** Unicode scalars that the format treats apart. */
final class Scalars {

    static final int SOFT_HYPHEN = 0xAD;
    static final int ZERO_WIDTH_SPACE = 0x200B;
    static final int BYTE_ORDER_MARK = 0xFEFF;

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private Scalars() {
    }

    /** C0, DEL and C1. */
    static boolean isControl(int scalar) {
        return scalar < 0x20 || scalar >= 0x7F && scalar <= 0x9F;
    }

    /** Shows nothing, or turns the direction of what follows; the joiners, legal in places, are not among them. */
    static boolean isInvisible(int scalar) {
        return scalar == 0x061C || scalar == 0x180E || scalar == ZERO_WIDTH_SPACE || scalar == BYTE_ORDER_MARK
                || scalar == 0x200E || scalar == 0x200F
                || scalar >= 0x2028 && scalar <= 0x202E
                || scalar >= 0x2060 && scalar <= 0x2064
                || scalar >= 0x2066 && scalar <= 0x2069
                || scalar >= 0xE0000 && scalar <= 0xE007F;
    }

    /** Zero width non-joiner and joiner: legal between letters or emoji. */
    static boolean isJoiner(int scalar) {
        return scalar == NON_JOINER || scalar == JOINER;
    }

    /** What a joiner may stand between. */
    static boolean mayBeJoined(int scalar) {
        return Character.isLetter(scalar) || Character.isExtendedPictographic(scalar) || Character.isEmojiModifier(scalar)
                || isMark(scalar) || isJoiner(scalar);
    }

    /** Combining marks, the emoji variation selector among them. */
    static boolean isMark(int scalar) {
        int type = Character.getType(scalar);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** Every space but SPACE itself. */
    static boolean isOtherSpace(int scalar) {
        return scalar == 0xA0 || scalar == 0x1680 || scalar >= 0x2000 && scalar <= 0x200A || scalar == 0x202F
                || scalar == 0x205F || scalar == 0x3000;
    }

    /** What a finding of its own covers wherever it stands. */
    static boolean isReportedByItself(int scalar) {
        return isControl(scalar) || isInvisible(scalar) || scalar == SOFT_HYPHEN;
    }

    /** As Unicode names it: {@code U+00AD}. */
    static String label(int scalar) {
        return String.format(java.util.Locale.ROOT, "U+%04X", scalar);
    }
}
