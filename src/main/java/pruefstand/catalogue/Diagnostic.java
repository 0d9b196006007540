package pruefstand.catalogue;

import java.util.Comparator;
import java.util.Optional;
import pruefstand.text.Message;

/**
 * One finding.
 *
 * @param file as the user named it
 * @param line from 1
 * @param column from 1, in code points; 0 where the line is not valid UTF-8
 * @param severity how grave it is under the settings in force
 * @param code what it is about
 * @param message what is wrong, what was found, what to write instead
 * @param fix the one right answer, where there is one
 */
public record Diagnostic(String file, int line, int column, Severity severity, Code code, Message message, Optional<Fix> fix) {

    /** From the top of the file to its end, and from left to right. */
    public static final Comparator<Diagnostic> IN_FILE_ORDER =
            Comparator.comparingInt(Diagnostic::line).thenComparingInt(Diagnostic::column).thenComparing(Diagnostic::code);

    /** The same in other words. */
    Diagnostic saying(Message other) {
        return new Diagnostic(file, line, column, severity, code, other, fix);
    }
}
