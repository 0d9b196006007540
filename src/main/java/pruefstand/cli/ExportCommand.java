package pruefstand.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pruefstand.record.RunRecord;
import pruefstand.record.StoredRecord;
import pruefstand.record.export.CsvLines;
import pruefstand.record.export.ExportFile;
import pruefstand.record.export.LmEvalExport;
import pruefstand.record.export.MtebExport;
import pruefstand.record.export.RecordDatabase;
import pruefstand.record.export.RecordTables;
import pruefstand.run.Workspace;
import pruefstand.task.Tasks;
import pruefstand.text.LanguageTags;
import pruefstand.text.Refusal;

/** {@code export}: results in the field's own formats. */
@Command(name = "export", description = {"Results in the formats of other tools.",
        "mteb and lm-eval: the newest result of each cell, as those tools keep it, into a folder.",
        "csv and parquet: every metric of every record, into a file (csv without --out: to standard output)."},
        footer = {"", "Example: pruefstand export mteb --out target/mteb"})
final class ExportCommand implements Callable<Integer> {

    /** What can be written. */
    enum Format {
        MTEB, LM_EVAL, CSV, PARQUET;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Parameters(paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}", completionCandidates = Names.class)
    private String format;

    @Option(names = "--out", paramLabel = "PATH", description = "the folder (mteb, lm-eval) or file (csv, parquet) to write")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--results", paramLabel = "D", description = "read records here")
    private Optional<Path> results = Optional.empty();

    private final Root root;

    ExportCommand(Root root) {
        this.root = root;
    }

    /** The formats, as they are typed. */
    private static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Format.values()).map(Format::toString).iterator();
        }
    }

    @Override
    public Integer call() throws IOException {
        Format wanted = Stream.of(Format.values()).filter(known -> known.toString().equals(format)).findFirst()
                .orElseThrow(() -> Refusal.input("cli.export.format", format, String.join(", ", new Names())));
        Workspace workspace = root.workspace(results);
        List<RunRecord> records = new Records(root, workspace).read().records().stream().map(StoredRecord::content).toList();
        switch (wanted) {
            case MTEB -> write(MtebExport.files(records, languages(workspace)));
            case LM_EVAL -> write(LmEvalExport.files(records));
            case CSV -> csv(records);
            case PARQUET -> parquet(records);
        }
        return Exit.DONE;
    }

    /** Tasks whose files are no longer there have none. */
    private static Map<String, List<String>> languages(Workspace workspace) {
        Map<String, List<String>> languages = new HashMap<>();
        Tasks.in(workspace.tasks()).forEach(task -> languages.put(task.name(),
                task.definition().languages().stream().map(LanguageTags::withScript).toList()));
        return languages;
    }

    private Path out() {
        return out.map(root::path).orElseThrow(() -> Refusal.input("cli.export.no-out", format));
    }

    private void write(List<ExportFile> files) throws IOException {
        Path folder = out();
        if (files.isEmpty()) {
            throw Refusal.input("cli.export.nothing", format);
        }
        for (ExportFile file : files) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.content());
        }
        root.note("cli.export.wrote", files.size(), folder.toString());
    }

    private void csv(List<RunRecord> records) throws IOException {
        Stream<String> head = Stream.of(CsvLines.line(RecordTables.METRICS.stream().map(column -> Optional.of(column.name())).toList()));
        Stream<String> rows = RecordTables.metrics(records)
                .map(row -> CsvLines.line(RecordTables.METRICS.stream().map(column -> column.value().apply(row)).toList()));
        Iterable<String> lines = Stream.concat(head, rows)::iterator;
        if (out.isPresent()) {
            Path file = parentMade(out());
            Files.write(file, lines, StandardCharsets.UTF_8);
            root.note("cli.export.wrote", 1, file.toString());
        } else {
            lines.forEach(root::print);
        }
    }

    private void parquet(List<RunRecord> records) throws IOException {
        Path file = parentMade(out());
        try (RecordDatabase database = RecordDatabase.of(records)) {
            database.writeParquet(file);
        }
        root.note("cli.export.wrote", 1, file.toString());
    }

    private static Path parentMade(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw Refusal.input("cli.export.is-folder", file.toString());
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        return file;
    }
}
