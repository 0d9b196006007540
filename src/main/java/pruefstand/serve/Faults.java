package pruefstand.serve;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import pruefstand.catalogue.LintSettings;
import pruefstand.catalogue.Linter;
import pruefstand.catalogue.ReviewFile;
import pruefstand.text.Refusal;

/** How many errors the catalogue had when the pages were made of it. */
final class Faults {

    private final Path catalogue;
    private volatile long count;

    Faults(Path catalogue) {
        this.catalogue = catalogue;
    }

    long count() {
        return count;
    }

    void countAgain() {
        try {
            LintSettings settings = new LintSettings(false, LocalDate.now(ZoneId.systemDefault()));
            count = new Linter(settings).lint(ReviewFile.read(catalogue), (_, _) -> { }).errors();
        } catch (Refusal _) {
            count = 0; // that there is no catalogue will be said of the next pages
        }
    }
}
