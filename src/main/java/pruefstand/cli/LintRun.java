package pruefstand.cli;

import java.nio.file.Path;
import java.util.List;
import pruefstand.catalogue.LintSettings;
import pruefstand.catalogue.LintSummary;
import pruefstand.catalogue.Linter;

/** Checks review files, hands what is found to a report, and says on standard error how much it was. */
record LintRun(Root root, LintSettings settings) {

    /** Returns the exit code. */
    int check(List<Path> paths, LintReport report) {
        Linter linter = new Linter(settings);
        LintSummary summary = LintSummary.NONE;
        for (Path path : paths) {
            summary = summary.plus(linter.lint(new ReviewFiles(root).read(path), report));
        }
        report.close();
        root.note("cli.lint.summary", Long.toString(summary.errors()), Long.toString(summary.warnings()),
                Long.toString(summary.infos()), Long.toString(summary.lines()), Integer.toString(paths.size()));
        if (summary.nearNamesLeftOut()) {
            root.note("cli.lint.near-names");
        }
        return summary.fails(settings.strict()) ? Exit.FOUND : Exit.DONE;
    }
}
