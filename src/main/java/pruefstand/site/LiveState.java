package pruefstand.site;

import java.time.Instant;
import java.util.Optional;
import pruefstand.record.RunProgress;
import pruefstand.text.Message;

/**
 * What goes on while the site is served.
 *
 * @param run the evaluation under way, or the last one
 * @param edition number of the pages that are shown; 0 before the first
 * @param built when the pages were made that are shown; empty before the first
 * @param building whether new ones are being made
 * @param trouble why newer ones could not be made
 * @param faults errors in the catalogue
 */
public record LiveState(Optional<RunProgress> run, long edition, Optional<Instant> built, boolean building, Optional<Message> trouble, long faults) {
}
