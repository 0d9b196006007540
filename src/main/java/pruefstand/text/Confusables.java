package pruefstand.text;

import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;

/** Which names people take for one another. */
public final class Confusables {

    private Confusables() {
    }

    /**
     * The skeleton of Unicode Technical Standard 39, as ICU's spoof checker makes it: two texts look alike if theirs are equal.
     * Most names are ASCII; theirs are made from the few ASCII characters that have another prototype, without loading ICU.
     */
    public static String skeleton(String text) {
        if (!text.chars().allMatch(unit -> unit < 0x7F && unit != '%')) {
            return Loaded.CHECKER.getSkeleton(text);
        }
        StringBuilder skeleton = new StringBuilder(text.length() + 4);
        text.chars().forEach(unit -> skeleton.append(prototype((char) unit)));
        return skeleton.toString();
    }

    private static String prototype(char unit) {
        return switch (unit) {
            case '0' -> "O";
            case '1', 'I', '|' -> "l";
            case 'm' -> "rn";
            case '"' -> "''";
            case '`' -> "'";
            default -> Character.toString(unit);
        };
    }

    /** The text without what people leave out or change when they write a name from memory: case, hyphens, spaces. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT).codePoints().filter(Confusables::isKept).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static boolean isKept(int scalar) {
        int type = Character.getType(scalar);
        return scalar != '_' && type != Character.DASH_PUNCTUATION && type != Character.SPACE_SEPARATOR;
    }

    private static final class Loaded {

        private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
    }
}
