package pruefstand.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pruefstand.catalogue.Diagnostic;
import pruefstand.catalogue.Fix;
import pruefstand.catalogue.LintSettings;
import pruefstand.catalogue.LintSummary;
import pruefstand.catalogue.Linter;
import pruefstand.catalogue.ReviewFile;

/** {@code lint}: checks the review file. */
@Command(name = "lint", description = "Check review files: form, order, dates, addresses.",
        footer = {"", "Example: pruefstand lint catalogue/reviews.txt"})
final class LintCommand implements Callable<Integer> {

    /** How findings are printed. */
    enum Format {
        TEXT, JSON
    }

    @Parameters(paramLabel = "FILE", description = "review files; - is standard input; default: the workspace's catalogue")
    private List<Path> files = List.of();

    @Option(names = "--strict", description = "warnings count as errors")
    private boolean strict;

    @Option(names = "--today", paramLabel = "D", description = "the day after which dates lie in the future; default: today")
    private Optional<LocalDate> today = Optional.empty();

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default: ${DEFAULT-VALUE}")
    private Format format;

    private final Root root;

    LintCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        List<ReviewFile> reviews = new ReviewFiles(root).of(files);
        Linter linter = new Linter(new LintSettings(strict, today.orElseGet(() -> LocalDate.now(ZoneId.systemDefault()))));
        LintReport report = new LintReport(root);
        List<Diagnostic> findings = new ArrayList<>();
        LintSummary summary = LintSummary.NONE;
        for (ReviewFile file : reviews) {
            summary = summary.plus(linter.lint(file, format == Format.TEXT ? report::line : findings::add));
        }
        if (format == Format.JSON) {
            root.printJson(findings.stream().map(this::json).toList());
        }
        return report.close(summary, reviews.size(), strict);
    }

    private Finding json(Diagnostic found) {
        return new Finding(found.file(), found.line(), found.column(), found.severity().id(), found.code().id(),
                root.messages().text(found.message()), found.fix().flatMap(LintCommand::json));
    }

    private static Optional<Replacement> json(Fix fix) {
        return switch (fix) {
            case Fix.Replace replace -> Optional.of(new Replacement(replace.replace(), replace.with()));
            case Fix.MoveTo _ -> Optional.empty();
        };
    }

    private record Finding(String file, int line, int column, String severity, String code, String message, Optional<Replacement> fix) {
    }

    private record Replacement(String replace, String with) {
    }
}
