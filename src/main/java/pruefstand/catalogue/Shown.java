package pruefstand.catalogue;

import pruefstand.text.Message;

/**
 * Text of a file made fit to be shown: long texts are cut, and characters that would steer a terminal or hide something are
 * named instead.
 */
final class Shown {

    private static final int LONGEST = 240;

    private Shown() {
    }

    static Message of(Message message) {
        return new Message(message.key(), message.arguments().stream()
                .map(argument -> argument instanceof String text ? of(text) : argument).toList());
    }

    static String of(String text) {
        String start = text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0,
                text.codePointCount(0, LONGEST))) + "…";
        if (start.codePoints().noneMatch(Shown::isHidden)) {
            return start;
        }
        StringBuilder shown = new StringBuilder(start.length());
        start.codePoints().forEach(scalar -> shown.append(
                isHidden(scalar) ? "<" + Scalars.label(scalar) + ">" : Character.toString(scalar)));
        return shown.toString();
    }

    private static boolean isHidden(int scalar) {
        return Scalars.isReportedByItself(scalar) || Scalars.isJoiner(scalar)
                || Character.getType(scalar) == Character.UNASSIGNED;
    }
}
