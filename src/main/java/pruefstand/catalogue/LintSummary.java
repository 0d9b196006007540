package pruefstand.catalogue;

/**
 * How many findings a file has.
 *
 * @param lines how many lines the file has
 * @param nearNamesLeftOut whether it mentions so many names that those which are one edit apart were not looked for
 */
public record LintSummary(long errors, long warnings, long infos, long lines, boolean nearNamesLeftOut) {

    public static final LintSummary NONE = new LintSummary(0, 0, 0, 0, false);

    /** Of both files together. */
    public LintSummary plus(LintSummary other) {
        return new LintSummary(errors + other.errors, warnings + other.warnings, infos + other.infos, lines + other.lines,
                nearNamesLeftOut || other.nearNamesLeftOut);
    }

    /** Whether the check is to fail: for errors, under {@code --strict} for warnings too. */
    public boolean fails(boolean strict) {
        return errors > 0 || strict && warnings > 0;
    }

    LintSummary plus(Severity severity) {
        return switch (severity) {
            case ERROR -> new LintSummary(errors + 1, warnings, infos, lines, nearNamesLeftOut);
            case WARNING -> new LintSummary(errors, warnings + 1, infos, lines, nearNamesLeftOut);
            case INFO -> new LintSummary(errors, warnings, infos + 1, lines, nearNamesLeftOut);
        };
    }
}
