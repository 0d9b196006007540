package pruefstand.run.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pruefstand.model.FileSize;
import pruefstand.record.ItemFile;
import pruefstand.record.RecordStore;
import pruefstand.record.Status;
import pruefstand.record.StoredRecord;

/**
 * Lets go of per-item scores that are old. Records stay, and so do the newest items of each cell on each class of machines: two
 * models, or two nights, are compared item by item.
 *
 * @param folder of results that this program writes
 * @param before items of records that began earlier may go
 */
public record ItemRetention(Path folder, Instant before) {

    /**
     * A file of items that may go.
     *
     * @param file which
     * @param bytes it takes
     */
    public record Old(Path file, long bytes) {
    }

    /** Those that may go, oldest first; nothing is deleted. */
    public List<Old> old() {
        Set<String> newest = new HashSet<>();
        List<Old> old = new ArrayList<>();
        for (StoredRecord record : new RecordStore(List.of(folder)).read().records().reversed()) {
            ItemFile items = ItemFile.of(record);
            if (items.exists() && !(record.content().status() == Status.OK && newest.add(cell(record)))
                    && record.content().started().isBefore(before)) {
                old.add(new Old(items.path(), FileSize.of(items.path())));
            }
        }
        return old.reversed();
    }

    private static String cell(StoredRecord record) {
        return record.path().getParent() + "\n" + record.content().host().hostClass();
    }

    /** Deletes them, each noted first. */
    public void delete(List<Old> files) {
        PrunedItems pruned = PrunedItems.in(folder);
        for (Old old : files) {
            try {
                pruned.add(old.file());
                Files.deleteIfExists(old.file());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
