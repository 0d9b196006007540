package pruefstand.catalogue;

import java.util.List;
import java.util.Optional;
import pruefstand.text.Message;

/** What a name may hold as it is written in a header. */
final class NameRules {

    private NameRules() {
    }

    static void check(String written, int at, List<Fault> faults) {
        checkSpaces(written, at, faults);
        if (written.endsWith(":")) {
            faults.add(Fault.of(Code.PERCENT, at + written.length() - 1, Message.of("catalogue.percent.colon")));
        }
        if (written.indexOf('%') >= 0) {
            checkEscapes(written, at, faults);
        }
    }

    private static void checkSpaces(String written, int at, List<Fault> faults) {
        for (int i = 0; i < written.length(); i++) {
            char unit = written.charAt(i);
            if (unit >= 0xA0 && Scalars.isOtherSpace(unit)) {
                Message message = Message.of("catalogue.unencoded-space.other", Scalars.label(unit));
                faults.add(new Fault(Code.UNENCODED_SPACE, Severity.ERROR, at + i, message, Optional.empty()));
                return;
            }
        }
    }

    private static void checkEscapes(String written, int at, List<Fault> faults) {
        for (int i = written.indexOf('%'); i >= 0; i = written.indexOf('%', i)) {
            int end = PercentCoding.escapesEnd(written, i);
            if (end == i) {
                String found = written.substring(i, Math.min(i + 3, written.length()));
                faults.add(Fault.of(Code.PERCENT, at + i, Message.of("catalogue.percent.digits", found)));
                return;
            }
            if (PercentCoding.text(written, i, end).isEmpty()) {
                faults.add(Fault.of(Code.PERCENT, at + i, Message.of("catalogue.percent.meaning", written.substring(i, end))));
                return;
            }
            i = end;
        }
        String plain = plain(written);
        if (!plain.equals(written)) {
            Edit edit = Edit.between(written, plain, at);
            faults.add(Fault.fixable(Code.ENCODING_STYLE, edit.from(),
                    Message.of("catalogue.encoding-style", written, plain), edit));
        }
    }

    /** The same name with only the escapes that it needs, in upper case. */
    private static String plain(String written) {
        StringBuilder plain = new StringBuilder(written.length());
        int at = 0;
        while (at < written.length()) {
            int end = PercentCoding.escapesEnd(written, at);
            if (end == at) {
                plain.append(written.charAt(at++));
            } else {
                PercentCoding.text(written, at, end).orElseThrow().codePoints().forEach(scalar -> appendPlain(plain, scalar));
                at = end;
            }
        }
        return plain.toString();
    }

    private static void appendPlain(StringBuilder plain, int scalar) {
        boolean needed = scalar == ' ' || scalar == '/' || scalar == '%' || scalar == ':' || Scalars.isOtherSpace(scalar)
                || Scalars.isReportedByItself(scalar) || Scalars.isJoiner(scalar);
        plain.append(needed ? PercentCoding.escape(scalar) : Character.toString(scalar));
    }
}
