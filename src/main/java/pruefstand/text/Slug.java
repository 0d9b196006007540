package pruefstand.text;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * File and address names for any name: lower-case ASCII letters, digits and hyphens, at most 80 characters, stable, safe on
 * every file system, and different for different names. A name that is its own slug stays as it is; every other slug carries
 * eight hexadecimal digits of the name's SHA-256, so that {@code Qwen3} and {@code qwen3} never share a file.
 */
public final class Slug {

    private static final int LONGEST = 80;
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern LOOKS_HASHED = Pattern.compile(".*-[0-9a-f]{8}");
    private static final Set<String> RESERVED_BY_WINDOWS = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4",
            "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "index");

    private Slug() {
    }

    public static String of(String name) {
        if (isItsOwnSlug(name)) {
            return name;
        }
        String readable = ascii(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String kept = readable.substring(0, Math.min(readable.length(), LONGEST - 9)).replaceAll("-$", "");
        return (kept.isEmpty() ? "x" : kept) + "-" + hash(name);
    }

    private static boolean isItsOwnSlug(String name) {
        return name.length() <= LONGEST && PLAIN.matcher(name).matches() && !RESERVED_BY_WINDOWS.contains(name)
                && !LOOKS_HASHED.matcher(name).matches();
    }

    private static String ascii(String name) {
        return name.codePoints().allMatch(c -> c < 0x80) ? name
                : Transliterator.getInstance("de-ASCII; Any-Latin; Latin-ASCII").transliterate(name);
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
