package pruefstand.search;

import java.util.ArrayList;
import java.util.List;

/** Cuts texts into words: runs of letters and digits. */
final class Words {

    private Words() {
    }

    /** Takes the places of words. */
    @FunctionalInterface
    interface Taker {

        /** A word from its first character to behind its last. */
        void word(int start, int end);
    }

    /** Hands over where each word of a text stands, in order. */
    static void each(String text, Taker taker) {
        int start = -1;
        for (int at = 0; at < text.length();) {
            int c = text.codePointAt(at);
            boolean inside = Folding.isOfWord(c);
            if (inside && start < 0) {
                start = at;
            } else if (!inside && start >= 0) {
                taker.word(start, at);
                start = -1;
            }
            at += Character.charCount(c);
        }
        if (start >= 0) {
            taker.word(start, text.length());
        }
    }

    /** The words of a text as they stand. */
    static List<String> asWritten(String text) {
        List<String> words = new ArrayList<>();
        each(text, (start, end) -> words.add(text.substring(start, end)));
        return words;
    }

    /** The words of a text, folded, without rubbish. */
    static List<String> of(String text) {
        return asWritten(text).stream().map(Folding::fold).filter(Words::isWord).toList();
    }

    static boolean isWord(String folded) {
        return !folded.isEmpty() && folded.length() <= Folding.LONGEST;
    }
}
