package pruefstand.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Checks a review file against the whole format. */
public final class Linter {

    private final LintSettings settings;

    public Linter(LintSettings settings) {
        this.settings = settings;
    }

    /**
     * Hands every finding to the consumer, from the top of the file to its end.
     *
     * @return how many there were
     */
    public LintSummary lint(ReviewFile file, Consumer<Diagnostic> findings) {
        return new FileCheck(file, settings, findings).run();
    }

    /** Every finding, from the top of the file to its end. */
    public List<Diagnostic> lint(ReviewFile file) {
        List<Diagnostic> findings = new ArrayList<>();
        lint(file, findings::add);
        return findings;
    }
}
