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
        StringBuilder skeleton = new StringBuilder(text.length() + 4);
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x7F || unit == '%') {
                return Loaded.CHECKER.getSkeleton(text);
            }
            appendPrototype(skeleton, unit);
        }
        return skeleton.toString();
    }

    private static void appendPrototype(StringBuilder skeleton, char unit) {
        switch (unit) {
            case '0' -> skeleton.append('O');
            case '1', 'I', '|' -> skeleton.append('l');
            case 'm' -> skeleton.append("rn");
            case '"' -> skeleton.append("''");
            case '`' -> skeleton.append('\'');
            default -> skeleton.append(unit);
        }
    }

    /** The text without what people leave out or change when they write a name from memory: case, hyphens, spaces. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (isKept(lower.charAt(i))) {
                folded.append(lower.charAt(i));
            }
        }
        return folded.toString();
    }

    private static boolean isKept(char unit) {
        int type = Character.getType(unit);
        return unit != '_' && type != Character.DASH_PUNCTUATION && type != Character.SPACE_SEPARATOR;
    }

    private static final class Loaded {

        private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
    }
}
