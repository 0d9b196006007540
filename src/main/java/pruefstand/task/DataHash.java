package pruefstand.task;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import pruefstand.text.Refusal;

/** What the data of a task hash to. */
final class DataHash {

    private DataHash() {
    }

    /**
     * SHA-256 in lower-case hexadecimal: of a single file its own; of none or several that of the list of their hashes and
     * names, one {@code <hash>  <name>} a line, as {@code sha256sum} prints it.
     */
    static String of(List<DataFile> files) {
        if (files.size() == 1) {
            return of(files.getFirst());
        }
        String list = files.stream().map(file -> of(file) + "  " + file.name() + "\n").collect(Collectors.joining());
        return HexFormat.of().formatHex(sha256().digest(list.getBytes(StandardCharsets.UTF_8)));
    }

    private static String of(DataFile file) {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file.path());
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        } catch (IOException e) {
            throw Refusal.missing("task.data.missing", file.path().toString(), 1).because(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
