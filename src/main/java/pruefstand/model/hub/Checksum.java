package pruefstand.model.hub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hashes of a file's bytes as they come: SHA-256, and the SHA-1 that git gives a file of that size, which is how a hub names
 * its small files.
 */
final class Checksum {

    private final MessageDigest sha256;
    private final MessageDigest gitSha1;

    Checksum(long size) {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
            gitSha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1 and SHA-256", e);
        }
        gitSha1.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    void update(ByteBuffer bytes) {
        sha256.update(bytes.duplicate());
        gitSha1.update(bytes.duplicate());
    }

    /** The hashes, in lower-case hexadecimal; nothing can be added after that. */
    Hashes finish() {
        return new Hashes(HexFormat.of().formatHex(sha256.digest()), HexFormat.of().formatHex(gitSha1.digest()));
    }

    /**
     * Both hashes of a file.
     *
     * @param sha256 of its bytes
     * @param gitSha1 as git computes it
     */
    record Hashes(String sha256, String gitSha1) {

        /** Whether one of them is the hash that a hub names. */
        boolean are(String etag) {
            return sha256.equals(etag) || gitSha1.equals(etag);
        }
    }
}
