package pruefstand.engine.server;

import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.json.JsonException;

/** What servers say, cut to what a message can hold. */
final class Quote {

    private static final int LONGEST = 200;

    private Quote() {
    }

    /** One line without control characters, cut where it is long. */
    static String of(String text) {
        String line = text.codePoints().limit(4L * LONGEST).map(point -> isPlain(point) ? point : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip()
                .replaceAll(" {2,}", " ");
        return line.codePointCount(0, line.length()) <= LONGEST ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + " …";
    }

    /** Neither a control nor a character that changes the direction of the text around it. */
    private static boolean isPlain(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR;
    }

    /** What an error answer says, wherever the server puts it; its whole text where it is no JSON. */
    static String errorIn(String body) {
        try {
            Answer answer = Answer.read(body);
            return Stream.of(answer.at("error").at("message"), answer.at("error"), answer.at("message"), answer.at("detail"))
                    .map(Answer::words).flatMap(Optional::stream).findFirst().orElse(body);
        } catch (JsonException _) {
            return body;
        }
    }
}
