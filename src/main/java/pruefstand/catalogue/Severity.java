package pruefstand.catalogue;

import java.util.Locale;

/** How grave a finding is; only errors make {@code lint} fail, with {@code --strict} warnings too. */
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    /** As it is printed: {@code error}, {@code warning}, {@code info}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
