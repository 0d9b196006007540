package pruefstand.cli;

import java.util.function.IntPredicate;

/** What strangers have written, as a terminal may show it: what could steer it, or turn the direction of a line, becomes U+FFFD. */
final class Harmless {

    private Harmless() {
    }

    /** A text with its line breaks and tabs. */
    static String text(String text) {
        return replaced(text, c -> c != '\n' && c != '\t' && (Character.getType(c) == Character.CONTROL || turns(c)));
    }

    /** What has to stay in one line, and as wide as it looks. */
    static String line(String text) {
        return replaced(text, c -> switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
    }

    private static String replaced(String text, IntPredicate steers) {
        return text.chars().noneMatch(steers) ? text : text.codePoints().map(c -> steers.test(c) ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** Embeddings, overrides and isolates of bidirectional text. */
    private static boolean turns(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
