package pruefstand.model.hub;

import java.util.Optional;

/**
 * What a hub says of a file without sending it.
 *
 * @param commit what the revision is now, 40 hexadecimal digits
 * @param etag the file's hash: SHA-256 of a large file, git's SHA-1 of a small one
 * @param bytes its size
 */
public record HubFileInfo(String commit, String etag, long bytes) {

    private static final int SHA256_DIGITS = 64;

    /** The SHA-256, where the hub tells it. */
    public Optional<String> sha256() {
        return etag.length() == SHA256_DIGITS ? Optional.of(etag) : Optional.empty();
    }
}
