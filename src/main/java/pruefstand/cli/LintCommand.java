package pruefstand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pruefstand.catalogue.LintSettings;
import pruefstand.catalogue.LockedFile;
import pruefstand.catalogue.Mended;
import pruefstand.catalogue.ReviewFile;
import pruefstand.catalogue.UnifiedDiff;
import pruefstand.text.Message;
import pruefstand.text.Refusal;

/** {@code lint}: checks the review file, and mends it where asked to. */
@Command(name = "lint", description = "Check review files: form, order, dates, addresses.",
        footer = {"", "Example: pruefstand lint catalogue/reviews.txt", "         pruefstand lint --fix catalogue/reviews.txt"})
final class LintCommand implements Callable<Integer> {

    private static final Path STANDARD_INPUT = Path.of("-");

    /** How findings are printed. */
    enum Format {
        TEXT, JSON, SARIF, GITHUB
    }

    @Parameters(paramLabel = "FILE", description = "review files; - is standard input; default: the workspace's catalogue")
    private List<Path> files = List.of();

    @Option(names = "--fix", description = "mend what has one right answer, sort, then check anew")
    private boolean fix;

    @Option(names = "--diff", description = "print what --fix would change instead of the findings")
    private boolean diff;

    @Option(names = "--strict", description = "warnings count as errors")
    private boolean strict;

    @Option(names = "--today", paramLabel = "D", description = "the day after which dates lie in the future; default: today")
    private Optional<LocalDate> today = Optional.empty();

    @Option(names = "--format", paramLabel = "text|json|sarif|github", defaultValue = "text",
            description = "how findings are printed; default: ${DEFAULT-VALUE}")
    private Format format;

    @Option(names = "--json", description = "the same as --format json")
    private boolean json;

    private final Root root;

    LintCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        LintSettings settings = new LintSettings(strict, today.orElseGet(() -> LocalDate.now(ZoneId.systemDefault())));
        List<Path> paths = new ReviewFiles(root).paths(files);
        if (diff) {
            paths.forEach(path -> printDifference(path, settings));
        }
        if (fix) {
            paths.forEach(path -> mend(path, settings));
        }
        return new LintRun(root, settings).check(paths, diff ? new LintReport.Silent() : report());
    }

    private LintReport report() {
        return switch (json ? Format.JSON : format) {
            case TEXT -> new LintReport.Text(root);
            case JSON -> new JsonLintReport(root);
            case SARIF -> new SarifLintReport(root);
            case GITHUB -> new GithubLintReport(root);
        };
    }

    private void printDifference(Path path, LintSettings settings) {
        refuseStandardInput(path, "--diff");
        ReviewFile file = new ReviewFiles(root).read(path);
        Mended mended = Mended.of(file, settings);
        try {
            if (isAllowed(mended, file.name())) {
                UnifiedDiff.write(mended, file.name(), root.terminal().out());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mend(Path path, LintSettings settings) {
        refuseStandardInput(path, "--fix");
        ReviewFile present = new ReviewFiles(root).read(path);
        try (LockedFile file = LockedFile.open(path)) {
            Mended mended = Mended.of(file.read(), settings);
            if (isAllowed(mended, present.name()) && mended.isChanged()) {
                file.replace(mended::writeTo);
            }
        }
    }

    private boolean isAllowed(Mended mended, String name) {
        Optional<Message> objection = mended.objection();
        objection.ifPresent(message -> root.terminal().say(name + ": " + root.messages().text(message)));
        return objection.isEmpty();
    }

    private static void refuseStandardInput(Path path, String option) {
        if (path.equals(STANDARD_INPUT)) {
            throw Refusal.input("cli.lint.no-file", option);
        }
    }
}
