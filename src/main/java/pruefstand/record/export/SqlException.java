package pruefstand.record.export;

/** A question in SQL that cannot be answered. */
public final class SqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final int line;
    private final int column;

    SqlException(String what, int line, int column, Throwable cause) {
        super(line + ":" + column + ": " + what, cause);
        this.what = what;
        this.line = line;
        this.column = column;
    }

    /** What is wrong, in English, as the database says it. */
    public String what() {
        return what;
    }

    /** Line of the text, from 1; 0 where no place is to blame. */
    public int line() {
        return line;
    }

    /** Column in that line, from 1; 0 where no place is to blame. */
    public int column() {
        return column;
    }
}
