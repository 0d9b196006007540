package pruefstand.record.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * Names as files of other tools' formats bear them: letters, digits, dot, hyphen and underscore stay, all else becomes an underscore;
 * where two names would share a file, the later one gets digits of its hash.
 */
final class FileNames {

    private final Map<String, String> owners = new HashMap<>();

    /** The name of a file for something that is told by a whole name. */
    String of(String readable, String whole) {
        String name = harmless(readable);
        String owner = owners.putIfAbsent(name.toLowerCase(Locale.ROOT), whole);
        return owner == null || owner.equals(whole) ? name : name + "-" + hash(whole);
    }

    /** Never a name that leads elsewhere, and never an empty one. */
    static String harmless(String name) {
        String plain = name.replaceAll("[^\\p{IsLatin}\\p{Nd}._-]", "_");
        return plain.chars().allMatch(c -> c == '.') ? "_" + plain : plain;
    }

    private static String hash(String whole) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
