package pruefstand.catalogue;

import java.util.Optional;

/**
 * One line taken apart at the first colon that a SPACE follows.
 *
 * @param text without its line feed
 * @param start where the header starts: 1 after a byte-order mark, else 0
 * @param headerEnd index of the colon; empty if there is none
 */
record LineText(String text, int start, Optional<Integer> headerEnd) {

    private static final String DOCUMENTATION = "00000";

    /**
     * @param text without its line feed
     * @param first whether it is the file's first line, which may start with a byte-order mark
     */
    static LineText of(String text, boolean first) {
        int start = first && text.startsWith("\uFEFF") ? 1 : 0;
        int colon = text.indexOf(": ", start);
        return new LineText(text, start, colon < 0 ? Optional.empty() : Optional.of(colon));
    }

    boolean hasByteOrderMark() {
        return start > 0;
    }

    /** Whether the entry documents the format: its first name starts with {@code 00000}. */
    boolean isDocumentation() {
        return text.startsWith(DOCUMENTATION, start);
    }

    /** Where the body starts; the end of the line if there is no header. */
    int bodyStart() {
        return headerEnd.map(colon -> colon + 2).orElse(text.length());
    }
}
