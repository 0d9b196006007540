package pruefstand.record;

import java.util.Locale;

/** Whether a record holds numbers. */
public enum Status {
    OK, FAILED, SKIPPED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
