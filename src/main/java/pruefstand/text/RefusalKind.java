package pruefstand.text;

/** Why the program refuses to go on; decides the exit code. */
public enum RefusalKind {
    INPUT(2),
    MISSING_PART(3);

    private final int exitCode;

    RefusalKind(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
