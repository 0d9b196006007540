package pruefstand.task.perplexity;

import java.util.regex.Pattern;

/** Counts words as lm-evaluation-harness does. */
final class Words {

    /** What Python's {@code \s} matches in text: more than Java's, with or without {@code UNICODE_CHARACTER_CLASS}. */
    private static final Pattern WHITE_SPACE = Pattern.compile(
            "[\\t-\\r\\x1C-\\x20\\x85\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]+");

    private Words() {
    }

    /** How many strings splitting at runs of white space gives; empty ones at the start and the end count. */
    static int count(String text) {
        return WHITE_SPACE.split(text, -1).length;
    }
}
