package pruefstand.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import pruefstand.record.Snapshot;

/**
 * How the files of a site stood when all of it was last built; builds that go on from there leave it as it is.
 *
 * @param read the files that the site is made of, the catalogue excepted: those known at once, and those that only these tell
 * @param written the files of the site, and the folders of copied records
 */
record SiteBase(List<Snapshot> read, Snapshot written) {

    private static final int PARTS = 2;

    static SiteBase read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        List<Snapshot> read = new ArrayList<>();
        while (read.size() < PARTS) {
            read.add(Snapshot.read(in));
        }
        return new SiteBase(List.copyOf(read), Snapshot.read(in));
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (Snapshot files : read) {
            files.write(out);
        }
        written.write(out);
        return bytes.toByteArray();
    }
}
