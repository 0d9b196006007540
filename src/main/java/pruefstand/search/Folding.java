package pruefstand.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import pruefstand.text.Nfc;

/**
 * One spelling for all ways to write a word: small letters, {@code ü} as {@code ue}, {@code ß} as {@code ss}, no accents.
 * {@code site/assets/find.js} folds what is typed in the same way.
 */
final class Folding {

    /** What is longer is no word: the rubbish that texts hold. */
    static final int LONGEST = 64;

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u00ad]+");

    private Folding() {
    }

    static String fold(String word) {
        return isPlain(word) ? word : withoutMarks(spelledOut(small(word)));
    }

    /** As somebody types who has no umlauts and does not care: {@code ü} as {@code u}. */
    static String careless(String word) {
        return isPlain(word) ? word : withoutMarks(small(word).replace("\u00df", "ss"));
    }

    /** Whether a character belongs to a word: letters, digits, what is put on them, and the hyphen that only shows at a line's end. */
    static boolean isOfWord(int c) {
        return Character.isLetterOrDigit(c) || c == 0xAD || switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 0x80 || c >= 'A' && c <= 'Z') {
                return false;
            }
        }
        return true;
    }

    private static String small(String word) {
        return Nfc.normalize(word).toLowerCase(Locale.ROOT);
    }

    private static String spelledOut(String word) {
        return word.replace("\u00e4", "ae").replace("\u00f6", "oe").replace("\u00fc", "ue").replace("\u00df", "ss");
    }

    private static String withoutMarks(String word) {
        return isPlain(word) ? word : MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    }
}
