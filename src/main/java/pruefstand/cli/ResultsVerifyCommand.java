package pruefstand.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pruefstand.run.results.Finding;
import pruefstand.run.results.ResultsCheck;

/** {@code results verify}: whether every record is whole and in its place. */
@Command(name = "verify", description = {
    "Check every record: whole, in its place, of this schema, once only, its items there and giving its numbers; and what else lies in the folders.",
    "Changes nothing. Ends with 1 if something was found."},
        footer = {"", "Example: pruefstand results verify --json"})
final class ResultsVerifyCommand implements Callable<Integer> {

    @Option(names = "--results", paramLabel = "D", description = "check this folder, not those of the workspace")
    private Optional<Path> results = Optional.empty();

    @Option(names = "--json", description = "one JSON object: records, and findings with file and message")
    private boolean json;

    private final Root root;

    ResultsVerifyCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        ResultsCheck.Report report = ResultsCheck.of(root.workspace(results).results());
        if (json) {
            root.printJson(new Verified(report.records(), report.findings().stream().map(found -> told(found, root)).toList()));
        } else {
            report.findings().forEach(found -> root.print(found.file() + ": " + root.messages().text(found.what())));
            root.note("cli.results.verified", report.records(), report.findings().size());
        }
        return report.findings().isEmpty() ? Exit.DONE : Exit.FOUND;
    }

    static Told told(Finding found, Root root) {
        return new Told(found.file().toString(), root.messages().text(found.what()));
    }

    record Told(String file, String message) {
    }

    private record Verified(int records, List<Told> findings) {
    }
}
