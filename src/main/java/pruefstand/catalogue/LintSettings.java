package pruefstand.catalogue;

import java.time.LocalDate;

/**
 * What a check depends on beside the file.
 *
 * @param strict whether a name with an unencoded SPACE is an error, as it is for {@code add}
 * @param today dates after it lie in the future
 */
public record LintSettings(boolean strict, LocalDate today) {

    Severity severity(Code code) {
        return strict && code == Code.UNENCODED_SPACE ? Severity.ERROR : code.severity();
    }
}
