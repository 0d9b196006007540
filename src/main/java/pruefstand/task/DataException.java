package pruefstand.task;

/** A task's data cannot be used; the message, in English, names the file and, where there is one, the line. */
public final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DataException(String what) {
        super(what);
    }

    public DataException(String what, Throwable cause) {
        super(what, cause);
    }
}
