package pruefstand.record.compare;

import java.util.Locale;

/** What a comparison of a second with a first says. */
public enum Verdict {
    /** The second is really better. */
    BETTER,
    /** The second is really worse. */
    WORSE,
    /** The difference may be chance. */
    NOT_TOLD_APART,
    /** There is nothing to say. */
    NOT_COMPARED;

    /** As {@code compare --json} writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
