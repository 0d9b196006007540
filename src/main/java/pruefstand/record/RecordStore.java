package pruefstand.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import pruefstand.json.Json;
import pruefstand.json.JsonException;

/**
 * The records of a workspace: one folder that is written, any number that are read. A record is there whole or not at all, and
 * nothing changes or removes one.
 */
public final class RecordStore {

    static final String ENDING = ".json";
    /** {@code task/model/variant/run.json}. */
    private static final int DEPTH = 4;

    private final List<Path> folders;

    /**
     * A store over folders.
     *
     * @param folders the first is written, all are read; they need not exist yet
     */
    public RecordStore(List<Path> folders) {
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("a store needs a folder");
        }
        this.folders = List.copyOf(folders);
    }

    /** Everything that the folders hold, records and what could not be read, oldest record first. */
    public History read() {
        return read(new ArrayList<>(), RecordStore::files);
    }

    /**
     * The same of files as they stood, without looking for them again.
     *
     * @param stood of a time before which nothing of the folders was read
     */
    public History read(Snapshot stood) {
        List<Path> found = stood.files().orElse(List.of());
        return found.isEmpty() ? read() : read(new ArrayList<>(), (folder, _) -> found.stream().filter(file -> file.startsWith(folder)
                && folder.relativize(file).getNameCount() <= DEPTH && file.toString().endsWith(ENDING)).sorted().toList());
    }

    private History read(List<String> unreadable, BiFunction<Path, List<String>, List<Path>> files) {
        CommonParts parts = new CommonParts();
        List<Read> read = new ArrayList<>();
        for (Path folder : folders) {
            read.addAll(files.apply(folder, unreadable).parallelStream().map(file -> read(folder, file, parts)).toList());
        }
        read.forEach(each -> each.complaint().ifPresent(unreadable::add));
        List<StoredRecord> records = read.stream().flatMap(each -> each.record().stream())
                .sorted(Comparator.comparing((StoredRecord stored) -> stored.content().started())
                        .thenComparing(StoredRecord::path)).toList();
        return new History(records, unreadable);
    }

    /** What became of a file: a record, or what is wrong with it. */
    private record Read(Optional<StoredRecord> record, Optional<String> complaint) {
    }

    private static Read read(Path folder, Path file, CommonParts parts) {
        try {
            return new Read(Optional.of(new StoredRecord(parts.of(Json.read(file, RunRecord.class)), folder, folder.relativize(file))), Optional.empty());
        } catch (JsonException e) {
            return new Read(Optional.empty(), Optional.of(e.getMessage()));
        } catch (UncheckedIOException e) {
            return new Read(Optional.empty(), Optional.of(file + ": " + e.getCause()));
        }
    }

    /**
     * Writes a record with its per-item scores; on return both are on the disk.
     *
     * @param folder {@code task/model-slug/variant-slug}, relative to the results folder
     * @param items one object each, written as JSON Lines; none: no file
     * @return where the record lies
     */
    public Path write(RunRecord record, Path folder, List<?> items) {
        Path file = folders.getFirst().resolve(folder).resolve(record.run() + ENDING);
        try {
            Files.createDirectories(file.getParent());
            if (!items.isEmpty()) {
                ItemFile.write(itemsOf(file), items);
            }
            writeWithItems(file, record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** The record comes last: one that is there has its items, and items that lost their record are taken away. */
    private static void writeWithItems(Path file, RunRecord record) throws IOException {
        try {
            WholeFile.write(file, out -> out.write(Json.writeIndented(record).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            Files.deleteIfExists(itemsOf(file));
            throw e;
        }
    }

    /**
     * Lays a copy of a record and its items, if there are any, into a folder of results, the items first; on return both are on the
     * disk.
     *
     * @param file where the copy of the record is to lie
     */
    public static void copy(StoredRecord record, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ItemFile items = ItemFile.of(record);
        if (items.exists()) {
            copy(items.path(), file.resolveSibling(items.path().getFileName()));
        }
        copy(record.file(), file);
    }

    private static void copy(Path from, Path to) throws IOException {
        WholeFile.write(to, out -> Files.copy(from, out));
    }

    /** Where the per-item scores of a record lie, whether or not there are any. */
    public static Path itemsOf(Path record) {
        String name = record.getFileName().toString();
        return record.resolveSibling(name.substring(0, name.length() - ENDING.length()) + ItemFile.ENDING);
    }

    private static List<Path> files(Path folder, List<String> unreadable) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, Set.of(), DEPTH, new RecordFinder(found, unreadable));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted().toList();
    }
}
