package pruefstand.run.results;

import java.io.IOException;
import java.nio.file.Files;
import pruefstand.record.StoredRecord;

/** Records as a run writes them: with a key. */
final class Keyed {

    static final String KEY = "0123456789abcdef0123456789abcdef";

    private Keyed() {
    }

    /** The same record with a key of its own. */
    static StoredRecord made(StoredRecord record) throws IOException {
        Files.writeString(record.file(), Files.readString(record.file()).replace("\"key\" : \"key\"", "\"key\" : \"" + KEY + "\""));
        return record;
    }
}
