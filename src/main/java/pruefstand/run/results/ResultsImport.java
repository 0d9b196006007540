package pruefstand.run.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.record.ItemFile;
import pruefstand.record.RecordStore;
import pruefstand.record.RunRecord;
import pruefstand.record.StoredRecord;
import pruefstand.text.Message;

/**
 * Takes in records that were measured on another machine: each is checked, and a copy of it laid where its content says. What is
 * there already stays as it is.
 */
public final class ResultsImport {

    private final List<Path> folders;
    private final Path into;
    private final List<Finding> refused = new ArrayList<>();
    private int added;
    private int known;

    private ResultsImport(List<Path> folders, Path into) {
        this.folders = folders;
        this.into = into;
    }

    /**
     * What came of it.
     *
     * @param added records that are new here
     * @param known records that were here already
     * @param refused files that were not taken, each with the reason
     */
    public record Report(int added, int known, List<Finding> refused) {
    }

    /**
     * Takes in all records below a folder.
     *
     * @param from where they lie, in any arrangement
     * @param folders where records lie here
     * @param into the one of these that takes the new ones
     */
    public static Report of(Path from, List<Path> folders, Path into) {
        ResultsImport run = new ResultsImport(folders, into);
        ResultsCheck.files(from).stream().filter(file -> file.getFileName().toString().endsWith(ResultsCheck.RECORD)
                && !file.getFileName().toString().startsWith(".")).forEach(file -> run.take(from, file));
        return new Report(run.added, run.known, List.copyOf(run.refused));
    }

    private void take(Path from, Path file) {
        try {
            StoredRecord record = new StoredRecord(Json.read(file, RunRecord.class), from, from.relativize(file));
            List<Message> wrong = new ArrayList<>(new RecordCheck(PrunedItems.in(from).files()).ofContent(record));
            PrivateFacts.in(file).ifPresent(wrong::add);
            if (wrong.isEmpty() && ItemFile.of(record).exists()) {
                PrivateFacts.in(ItemFile.of(record)).ifPresent(wrong::add);
            }
            wrong.forEach(reason -> refused.add(new Finding(file, reason)));
            if (wrong.isEmpty()) {
                add(record);
            }
        } catch (JsonException e) {
            refused.add(new Finding(file, Message.of("run.results.unreadable", e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(StoredRecord record) throws IOException {
        Path place = RecordCheck.place(record.content());
        Optional<Path> here = folders.stream().map(folder -> folder.resolve(place)).filter(Files::isRegularFile).findFirst();
        if (here.isEmpty()) {
            RecordStore.copy(record, below(into, place));
            added++;
        } else if (Files.mismatch(here.get(), record.file()) < 0) {
            known++;
        } else {
            refused.add(new Finding(record.file(), Message.of("run.results.other-content", here.get().toString())));
        }
    }

    /**
     * A place in a folder, whatever names it was made of.
     *
     * @throws IllegalArgumentException if it is in another folder
     */
    static Path below(Path folder, Path place) {
        Path inside = folder.normalize();
        Path found = inside.resolve(place).normalize();
        if (found.equals(inside) || !found.startsWith(inside)) {
            throw new IllegalArgumentException(place + " is not below " + folder);
        }
        return found;
    }
}
