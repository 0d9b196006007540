package pruefstand.search;

import java.util.ArrayList;
import java.util.List;

/** Cuts texts into words. */
final class Words {

    private Words() {
    }

    /** The words of a text as they stand. */
    static List<String> asWritten(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            boolean inside = Folding.isOfWord(text.codePointAt(at));
            if (inside && start < 0) {
                start = at;
            } else if (!inside && start >= 0) {
                words.add(text.substring(start, at));
                start = -1;
            }
        }
        if (start >= 0) {
            words.add(text.substring(start));
        }
        return words;
    }

    /** The words of a text, folded. */
    static List<String> of(String text) {
        return asWritten(text).stream().map(Folding::fold).filter(Words::isWord).toList();
    }

    static boolean isWord(String folded) {
        return !folded.isEmpty() && folded.length() <= Folding.LONGEST;
    }
}
