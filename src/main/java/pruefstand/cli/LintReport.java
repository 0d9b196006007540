package pruefstand.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import pruefstand.catalogue.Diagnostic;
import pruefstand.catalogue.LintSettings;
import pruefstand.catalogue.LintSummary;
import pruefstand.catalogue.Linter;
import pruefstand.catalogue.ReviewFile;

/** Findings as text: a line each on standard output, how many on standard error. */
final class LintReport {

    private final Root root;

    LintReport(Root root) {
        this.root = root;
    }

    /** Checks one file and returns the exit code. */
    int print(Path file) {
        LintSummary summary = new Linter(new LintSettings(false, LocalDate.now(ZoneId.systemDefault())))
                .lint(ReviewFile.read(file), this::line);
        return close(summary, 1, false);
    }

    void line(Diagnostic found) {
        root.print(found.file() + ":" + found.line() + ":" + found.column() + ": " + found.severity().id() + ": " + found.code().id()
                + ": " + root.messages().text(found.message()));
    }

    int close(LintSummary summary, int files, boolean strict) {
        root.terminal().out().flush();
        root.note("cli.lint.summary", summary.errors(), summary.warnings(), summary.infos(), summary.lines(), files);
        return summary.fails(strict) ? Exit.FOUND : Exit.DONE;
    }
}
