package pruefstand.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pruefstand.run.RunLock;
import pruefstand.run.Workspace;
import pruefstand.run.results.ResultsImport;
import pruefstand.text.Refusal;

/** {@code import}: records that were measured on another machine. */
@Command(name = "import", description = {
    "Take in records that were measured on another machine: each is checked, and a copy laid into a folder of results that is only read here.",
    "What is here already stays as it is. Ends with 1 if a record was refused; the others are taken."},
        footer = {"", "Example: pruefstand import /mnt/other-machine/eval/results"})
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "a folder with records, as `eval` makes it")
    private Path from;

    @Option(names = "--into", paramLabel = "D", description = "which folder under `results` in pruefstand.yaml takes them; default: the last, not the first")
    private Optional<Path> into = Optional.empty();

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    private final Root root;

    ImportCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Workspace workspace = root.workspace();
        Path source = root.path(from).toAbsolutePath().normalize();
        if (!Files.isDirectory(source)) {
            throw Refusal.missing("cli.import.nowhere", from);
        }
        Path target = target(workspace.results());
        if (source.startsWith(target) || workspace.results().contains(source)) {
            throw Refusal.input("cli.import.own", from);
        }
        try (RunLock _ = RunLock.take(target)) {
            return tell(ResultsImport.of(source, workspace.results(), target), target);
        }
    }

    /** Never the first: that is for what this machine measures. */
    private Path target(List<Path> folders) {
        List<Path> read = folders.subList(1, folders.size());
        return into.map(path -> root.path(path).toAbsolutePath().normalize()).map(path -> read.stream().filter(path::equals).findFirst()
                .orElseThrow(() -> Refusal.input("cli.import.not-read", path, folders.getFirst())))
                .orElseGet(() -> read.stream().reduce((_, last) -> last)
                        .orElseThrow(() -> Refusal.input("cli.import.no-folder", folders.getFirst())));
    }

    private int tell(ResultsImport.Report report, Path target) {
        if (json) {
            root.printJson(new Imported(report.added(), report.known(),
                    report.refused().stream().map(found -> ResultsVerifyCommand.told(found, root)).toList()));
        } else {
            report.refused().forEach(found -> root.print(found.file() + ": " + root.messages().text(found.what())));
            root.note("cli.import.done", report.added(), report.known(), report.refused().size(), target);
        }
        return report.refused().isEmpty() ? Exit.DONE : Exit.FOUND;
    }

    private record Imported(int added, int known, List<ResultsVerifyCommand.Told> refused) {
    }
}
