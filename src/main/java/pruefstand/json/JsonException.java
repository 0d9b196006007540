package pruefstand.json;

/** A document that does not say what it must; the message reads {@code file:line:column: what is wrong}, of a row {@code file:line: what is wrong}. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String origin;
    private final int line;
    private final int column;

    JsonException(String origin, int line, int column, String what, Throwable cause) {
        super(origin + ":" + line + ":" + column + ": " + what, cause);
        this.origin = origin;
        this.line = line;
        this.column = column;
    }

    /** Where the column is not known. */
    JsonException(String origin, int line, String what, Throwable cause) {
        super(origin + ":" + line + ": " + what, cause);
        this.origin = origin;
        this.line = line;
        this.column = 1;
    }

    /** The file, or what else the document came from. */
    public String origin() {
        return origin;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }
}
