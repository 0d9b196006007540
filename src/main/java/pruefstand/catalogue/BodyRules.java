package pruefstand.catalogue;

import java.util.List;
import pruefstand.text.Message;

/** Paragraphs and the spaces between words. */
final class BodyRules {

    private static final String WRITTEN_SEPARATOR = " \\n\\n ";

    private BodyRules() {
    }

    static void check(LineText line, List<Fault> faults) {
        Body body = Body.of(line);
        if (body.isEmpty()) {
            faults.add(Fault.of(Code.EMPTY_BODY, line.bodyStart(), Message.of("catalogue.empty-body")));
            return;
        }
        body.breaks().stream().filter(found -> !found.isSeparator()).forEach(found -> faults.add(wrongBreak(line, found)));
        checkEmptyParagraphs(body, faults);
        checkSpacing(line, faults);
    }

    private static Fault wrongBreak(LineText line, Body.Break found) {
        String literal = line.text().substring(found.from(), found.to());
        Message message = Message.of("catalogue.separator", literal, WRITTEN_SEPARATOR);
        if (!found.isTwo() || !found.spaceBefore() && !found.spaceAfter()) {
            return Fault.of(Code.SEPARATOR, found.from(), message);
        }
        String mended = (found.spaceBefore() ? "" : " ") + literal + (found.spaceAfter() ? "" : " ");
        return Fault.fixable(Code.SEPARATOR, found.from(), message, new Edit(found.from(), literal, mended));
    }

    private static void checkEmptyParagraphs(Body body, List<Fault> faults) {
        int from = body.start();
        for (Body.Break separator : body.separators()) {
            if (body.line().substring(from, Math.max(from, separator.from())).isBlank()) {
                reportEmpty(separator, faults);
            }
            from = separator.to();
        }
        if (!body.separators().isEmpty() && body.line().substring(from).isBlank()) {
            reportEmpty(body.separators().getLast(), faults);
        }
    }

    private static void reportEmpty(Body.Break separator, List<Fault> faults) {
        faults.add(Fault.of(Code.EMPTY_PARAGRAPH, separator.from(), Message.of("catalogue.empty-paragraph")));
    }

    private static void checkSpacing(LineText line, List<Fault> faults) {
        String body = line.text().substring(line.bodyStart());
        String mended = mendSpaces(body);
        if (!mended.equals(body)) {
            Edit edit = Edit.between(body, mended, line.bodyStart());
            faults.add(Fault.fixable(Code.SPACING, edit.from(), Message.of("catalogue.spacing"), edit));
        }
    }

    /** Runs of spaces of any kind become one SPACE, and none stays at the end but that of a separator. */
    private static String mendSpaces(String body) {
        StringBuilder mended = new StringBuilder(body.length());
        boolean afterSpace = true;
        for (int i = 0; i < body.length(); i++) {
            char unit = body.charAt(i);
            boolean space = unit == ' ' || Scalars.isOtherSpace(unit);
            if (!space) {
                mended.append(unit);
            } else if (!afterSpace) {
                mended.append(' ');
            }
            afterSpace = space;
        }
        return withoutTrailingSpace(mended);
    }

    private static String withoutTrailingSpace(StringBuilder text) {
        int end = text.length();
        boolean trailing = end > 0 && text.charAt(end - 1) == ' ';
        return text.substring(0, trailing && !endsInSeparator(text) ? end - 1 : end);
    }

    /** The SPACE before a separator at the start of a body is the one that ends the header. */
    private static boolean endsInSeparator(CharSequence body) {
        return (" " + body).endsWith(WRITTEN_SEPARATOR);
    }
}
