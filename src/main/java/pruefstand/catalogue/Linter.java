package pruefstand.catalogue;

import java.util.ArrayList;
import java.util.List;

/** Checks a review file against the whole format. */
public final class Linter {

    private final LintSettings settings;

    public Linter(LintSettings settings) {
        this.settings = settings;
    }

    /**
     * Hands on every finding, from the top of the file to its end.
     *
     * @return how many there were
     */
    public LintSummary lint(ReviewFile file, Findings findings) {
        return new FileCheck(file, settings, findings).run();
    }

    /** Every finding, from the top of the file to its end. */
    public List<Diagnostic> lint(ReviewFile file) {
        List<Diagnostic> findings = new ArrayList<>();
        lint(file, (found, _) -> findings.add(found));
        return findings;
    }
}
