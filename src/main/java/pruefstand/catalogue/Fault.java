package pruefstand.catalogue;

import java.util.Comparator;
import java.util.Optional;
import pruefstand.text.Message;

/**
 * Something wrong within one line.
 *
 * @param code what it is about
 * @param severity how grave it is under the settings in force
 * @param at index into the line
 * @param message what to tell people
 * @param edit the one right answer, where there is one; starts at {@code at}
 */
record Fault(Code code, Severity severity, int at, Message message, Optional<Edit> edit) {

    static final Comparator<Fault> LEFT_TO_RIGHT = Comparator.comparingInt(Fault::at).thenComparing(Fault::code);

    static Fault of(Code code, int at, Message message) {
        return new Fault(code, code.severity(), at, message, Optional.empty());
    }

    static Fault fixable(Code code, int at, Message message, Edit edit) {
        return new Fault(code, code.severity(), at, message, Optional.of(edit));
    }

    Fault withSeverity(Severity other) {
        return new Fault(code, other, at, message, edit);
    }
}
