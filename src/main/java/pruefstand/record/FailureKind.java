package pruefstand.record;

import java.util.Locale;

/** What happened to a worker, or to its answer. */
public enum FailureKind {
    /** A signal ended it. */
    SIGNAL,
    /** It ended by itself before it answered. */
    EXIT,
    /** It took longer than it may. */
    TIMEOUT,
    /** It needed more memory than there is. */
    MEMORY,
    /** It wrote what is no answer. */
    GARBAGE,
    /** It answered, and the answer cannot be right. */
    INVALID;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
