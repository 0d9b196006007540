package pruefstand.text;

import java.util.Locale;

/** The program cannot go on, and the person in front of it can change that. Shown as one message, never as a stack trace. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Message what;
    private final RefusalKind kind;

    private Refusal(RefusalKind kind, Message what, Throwable cause) {
        super(cause);
        this.kind = kind;
        this.what = what;
    }

    /** Wrong usage, or input that cannot be read. */
    public static Refusal input(String key, Object... arguments) {
        return new Refusal(RefusalKind.INPUT, Message.of(key, arguments), null);
    }

    /** A needed part is not there: a file, a native library, a server. */
    public static Refusal missing(String key, Object... arguments) {
        return new Refusal(RefusalKind.MISSING_PART, Message.of(key, arguments), null);
    }

    /** A refusal that was made elsewhere, in another process say. */
    public static Refusal of(RefusalKind kind, Message what) {
        return new Refusal(kind, what, null);
    }

    /** The same refusal with the exception that led to it, for {@code --debug}. */
    public Refusal because(Throwable cause) {
        return new Refusal(kind, what, cause);
    }

    public RefusalKind kind() {
        return kind;
    }

    public Message what() {
        return what;
    }

    /** In English, for logs; commands show {@link #what()} in the user's language. */
    @Override
    public String getMessage() {
        return Messages.in(Locale.ENGLISH).text(what);
    }
}
