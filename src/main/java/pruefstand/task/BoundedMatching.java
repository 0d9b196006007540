package pruefstand.task;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Regular expressions on texts of others: some pairs of both would keep the search going for ever, so it is given up at some point. */
public final class BoundedMatching {

    /** Looks at characters; a search without going back needs about as many as the text has. */
    private static final long MOST_LOOKS = 100_000_000;

    private BoundedMatching() {
    }

    /**
     * Looks for an expression in a text.
     *
     * @param use what is done with the matcher, which is spent afterwards
     * @throws DataException if the search goes on for too long, or too deep
     */
    public static <T> T match(Pattern pattern, String text, Function<Matcher, T> use) {
        try {
            return use.apply(pattern.matcher(new Counted(pattern, text)));
        } catch (StackOverflowError e) {
            throw new DataException(tooMuch(pattern, text), e);
        }
    }

    private static String tooMuch(Pattern pattern, String text) {
        return "the regular expression " + pattern + " takes too long on a text of " + text.length()
                + " characters; without repetitions within repetitions it will not";
    }

    /** A text that counts how often its characters are looked at. */
    private static final class Counted implements CharSequence {

        private final Pattern pattern;
        private final String text;
        private long looks;

        Counted(Pattern pattern, String text) {
            this.pattern = pattern;
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (looks++ == MOST_LOOKS) {
                throw new DataException(tooMuch(pattern, text));
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
