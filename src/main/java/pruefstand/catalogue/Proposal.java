package pruefstand.catalogue;

import java.util.List;
import java.util.Optional;
import pruefstand.text.Message;

/**
 * What would come of adding an entry, as far as the entry alone tells.
 *
 * @param entry as a reader of the file would find it; empty where it would find none
 * @param findings what the linter says, errors and the rest; columns count in the line as it would be written
 * @param reasons what else speaks against it
 */
public record Proposal(Optional<Entry> entry, List<Diagnostic> findings, List<Message> reasons) {

    public Proposal {
        findings = List.copyOf(findings);
        reasons = List.copyOf(reasons);
    }

    /** Whether nothing speaks against it. */
    public boolean isSound() {
        return reasons.isEmpty() && findings.stream().noneMatch(found -> found.severity() == Severity.ERROR);
    }
}
