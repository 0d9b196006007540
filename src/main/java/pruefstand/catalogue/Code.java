package pruefstand.catalogue;

import java.util.Locale;

/** What a finding is about. The ids are a promise to those who script against them. */
public enum Code {
    ENCODING(Severity.ERROR),
    BOM(Severity.ERROR),
    NO_HEADER(Severity.ERROR),
    EMPTY_NAME(Severity.ERROR),
    PERCENT(Severity.ERROR),
    DATE(Severity.ERROR),
    UNENCODED_SPACE(Severity.WARNING),
    UNENCODED_SLASH(Severity.ERROR),
    HEADER_COLON(Severity.WARNING),
    URL(Severity.ERROR),
    EMPTY_BODY(Severity.ERROR),
    SEPARATOR(Severity.ERROR),
    EMPTY_PARAGRAPH(Severity.ERROR),
    CONTROL(Severity.ERROR),
    INVISIBLE(Severity.ERROR),
    BLANK_LINE(Severity.ERROR),
    ORDER(Severity.ERROR),
    DUPLICATE(Severity.ERROR),
    SAME_SOURCE(Severity.WARNING),
    FINAL_NEWLINE(Severity.ERROR),
    FUTURE_DATE(Severity.WARNING),
    NFC(Severity.WARNING),
    SOFT_HYPHEN(Severity.WARNING),
    SPACING(Severity.WARNING),
    ENCODING_STYLE(Severity.WARNING),
    REPEATED_SOURCE(Severity.WARNING),
    CONFUSABLE(Severity.WARNING),
    NEAR_NAME(Severity.INFO);

    private final Severity severity;

    Code(Severity severity) {
        this.severity = severity;
    }

    /** Lower case with hyphens: {@code final-newline}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How grave it is unless a setting says otherwise. */
    public Severity severity() {
        return severity;
    }
}
