package pruefstand.catalogue;

/**
 * The part of a line that a finding is about, with a caret line under the place.
 *
 * @param text as it may be shown on a terminal
 * @param caret a caret under the place
 */
public record Excerpt(String text, String caret) {

    private static final int BEFORE = 50;
    private static final int AFTER = 40;
    private static final String CUT = "…";

    /**
     * @param line its text
     * @param column from 1, in code points; 0 counts as 1
     */
    public static Excerpt of(String line, int column) {
        int length = line.codePointCount(0, line.length());
        int place = Math.clamp(column - 1, 0, length);
        String before = between(line, Math.max(0, place - BEFORE), place);
        String after = between(line, place, Math.min(length, place + AFTER));
        String start = (place > BEFORE ? CUT : "") + before;
        return new Excerpt(start + after + (place + AFTER < length ? CUT : ""), " ".repeat(width(start)) + "^");
    }

    private static String between(String line, int from, int to) {
        return Shown.of(line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, to)));
    }

    /** Columns on a terminal, where ideographs and emoji take two and marks none. */
    private static int width(String text) {
        return text.codePoints().map(Excerpt::width).sum();
    }

    private static int width(int scalar) {
        if (Scalars.isMark(scalar)) {
            return 0;
        }
        boolean wide = Character.isIdeographic(scalar) || Character.isEmojiPresentation(scalar)
                || scalar >= 0x1100 && scalar <= 0x115F || scalar >= 0x3000 && scalar <= 0x30FF
                || scalar >= 0xAC00 && scalar <= 0xD7A3 || scalar >= 0xFF01 && scalar <= 0xFF60;
        return wide ? 2 : 1;
    }
}
