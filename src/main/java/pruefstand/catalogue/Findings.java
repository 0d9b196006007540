package pruefstand.catalogue;

import java.util.function.Supplier;

/** Takes what a check finds. */
@FunctionalInterface
public interface Findings {

    /**
     * One finding.
     *
     * @param line the text of the line it is about, with U+FFFD in place of what is not UTF-8; to be asked for at once
     */
    void accept(Diagnostic found, Supplier<String> line);
}
