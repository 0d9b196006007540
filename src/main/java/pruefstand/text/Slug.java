package pruefstand.text;

import com.ibm.icu.text.Transliterator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * File and address names for any name: lower-case ASCII letters, digits and hyphens, at most 80 characters, stable, safe on
 * every file system, and different for different names. A name that is its own slug stays as it is; every other slug carries
 * eight hexadecimal digits of the name's SHA-256, so that {@code Qwen3} and {@code qwen3} never share a file.
 */
public final class Slug {

    private static final int LONGEST = 80;
    private static final int HASH = 8;
    private static final Set<String> RESERVED_BY_WINDOWS = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4",
            "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "index");

    private Slug() {
    }

    public static String of(String name) {
        if (isItsOwnSlug(name)) {
            return name;
        }
        String kept = readable(ascii(name).toLowerCase(Locale.ROOT));
        return (kept.isEmpty() ? "x" : kept) + "-" + hash(name);
    }

    /** Words of letters and digits, joined by hyphens, as many as leave room for the hash. */
    private static String readable(String name) {
        StringBuilder kept = new StringBuilder();
        boolean apart = false;
        for (int i = 0; i < name.length() && kept.length() < LONGEST - HASH - 1; i++) {
            if (isPlain(name.charAt(i))) {
                kept.append(apart && !kept.isEmpty() ? "-" : "").append(name.charAt(i));
                apart = false;
            } else {
                apart = true;
            }
        }
        kept.setLength(Math.min(kept.length(), LONGEST - HASH - 1));
        return !kept.isEmpty() && kept.charAt(kept.length() - 1) == '-' ? kept.substring(0, kept.length() - 1) : kept.toString();
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static boolean isItsOwnSlug(String name) {
        return name.length() <= LONGEST && areWords(name) && !RESERVED_BY_WINDOWS.contains(name) && !looksHashed(name);
    }

    private static boolean areWords(String name) {
        boolean inWord = false;
        for (int i = 0; i < name.length(); i++) {
            if (!isPlain(name.charAt(i)) && !(name.charAt(i) == '-' && inWord)) {
                return false;
            }
            inWord = name.charAt(i) != '-';
        }
        return inWord;
    }

    private static boolean looksHashed(String name) {
        int hyphen = name.length() - HASH - 1;
        return hyphen > 0 && name.charAt(hyphen) == '-' && name.chars().skip(hyphen + 1).allMatch(c -> HexFormat.isHexDigit(c));
    }

    private static String ascii(String name) {
        return name.codePoints().allMatch(c -> c < 0x80) ? name
                : Transliterator.getInstance("de-ASCII; Any-Latin; Latin-ASCII").transliterate(name);
    }

    private static String hash(String name) {
        return Sha256.hex(name, HASH / 2);
    }
}
