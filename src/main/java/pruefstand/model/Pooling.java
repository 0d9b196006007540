package pruefstand.model;

import java.util.Locale;

/** How the vectors of a text's tokens become one. */
public enum Pooling {
    MEAN, CLS, LAST;

    /** As the registry, the command line and records write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
