package pruefstand.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import pruefstand.model.FileHashes;
import pruefstand.text.Refusal;
import pruefstand.text.Sha256;

/** What the data of a task hash to. */
final class DataHash {

    /** Bytes from which on a hash is remembered: every cell of a task asks for it. */
    private static final long LARGE = 1 << 20;

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
        return Sha256.hex(list);
    }

    private static String of(DataFile file) {
        try {
            return Files.size(file.path()) < LARGE ? computed(file) : FileHashes.ofThisUser().sha256(file.path());
        } catch (IOException | UncheckedIOException e) {
            throw Refusal.missing("task.data.missing", file.path().toString(), 1).because(e);
        }
    }

    private static String computed(DataFile file) throws IOException {
        return HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file.path())));
    }
}
