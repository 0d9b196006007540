package pruefstand.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What whoever wants to write has to know; a new one at each start.
 *
 * @param text letters, digits, hyphens and underscores
 */
record Token(String text) {

    private static final int BYTES = 32;

    static Token random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Takes as long for a wrong one as for the right one. */
    boolean is(String given) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Nobody should read it in a log. */
    @Override
    public String toString() {
        return "Token";
    }
}
