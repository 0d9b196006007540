package pruefstand.run.results;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.record.FilesBelow;
import pruefstand.record.RunRecord;
import pruefstand.record.StoredRecord;
import pruefstand.text.Message;

/** Checks folders of results, file by file. Changes nothing. */
public final class ResultsCheck {

    static final String RECORD = ".json";
    private static final String PART = ".part";
    private static final List<String> ITEMS = List.of(".items.jsonl.gz", ".items.jsonl.zst");
    private static final int DEPTH = 4;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<Path, Path> seen = new HashMap<>();
    private int records;

    private ResultsCheck() {
    }

    /**
     * What came of it.
     *
     * @param records that were read
     * @param findings by file
     */
    public record Report(int records, List<Finding> findings) {
    }

    /** Checks all folders together: a record lies in one of them only. */
    public static Report of(List<Path> folders) {
        ResultsCheck check = new ResultsCheck();
        folders.stream().filter(Files::isDirectory).forEach(check::folder);
        return new Report(check.records, List.copyOf(check.findings));
    }

    private void folder(Path folder) {
        RecordCheck one = new RecordCheck(PrunedItems.in(folder).files());
        List<Path> files = files(folder);
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.endsWith(PART)) {
                find(file, "run.results.leftover");
            } else if (name.startsWith(".")) {
                continue; // the program's own: locks, logs, what was pruned
            } else if (ITEMS.stream().anyMatch(name::endsWith)) {
                lonely(file, name);
            } else if (!name.endsWith(RECORD)) {
                find(file, "run.results.stranger");
            } else {
                record(folder, file, one);
            }
        }
    }

    private void lonely(Path file, String name) {
        Path record = file.resolveSibling(name.replaceFirst("\\.items\\.jsonl\\.(gz|zst)$", RECORD));
        if (!Files.isRegularFile(record)) {
            find(file, "run.results.lonely-items", record.getFileName().toString());
        }
    }

    private void record(Path folder, Path file, RecordCheck check) {
        try {
            StoredRecord stored = new StoredRecord(Json.read(file, RunRecord.class), folder, folder.relativize(file));
            records++;
            check.of(stored).forEach(wrong -> findings.add(new Finding(file, wrong)));
            Path before = seen.putIfAbsent(RecordCheck.place(stored.content()), file);
            if (before != null) {
                find(file, "run.results.twice", before.toString());
            }
        } catch (JsonException e) {
            find(file, "run.results.unreadable", e.getMessage());
        } catch (UncheckedIOException e) {
            find(file, "run.results.unreadable", String.valueOf(e.getCause().getMessage()));
        }
    }

    private void find(Path file, String key, Object... arguments) {
        findings.add(new Finding(file, Message.of(key, arguments)));
    }

    /** All files, also below where records lie; what is in folders of the program's own does not count. */
    static List<Path> files(Path folder) {
        return FilesBelow.of(folder, DEPTH + 1).stream().filter(file -> !isOfTheProgram(folder.relativize(file))).sorted().toList();
    }

    /** Logs, journals and orders lie in folders whose names begin with a dot. */
    private static boolean isOfTheProgram(Path file) {
        return file.getNameCount() > 1 && file.getName(0).toString().startsWith(".");
    }
}
