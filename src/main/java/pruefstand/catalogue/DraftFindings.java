package pruefstand.catalogue;

import java.util.List;
import java.util.stream.Stream;
import pruefstand.text.Message;

/** What the linter says of the line that a draft makes, told to somebody who typed a name and a text, and no line. */
final class DraftFindings {

    private static final String LITERAL_BREAK = "\\n";

    private DraftFindings() {
    }

    /** What speaks against a draft though its line may be sound. */
    static List<Message> reasons(Draft draft) {
        int literal = draft.text().indexOf(LITERAL_BREAK);
        return literal < 0 ? List.of() : List.of(literalBreak(draft.text(), literal));
    }

    /** There is no escape for it, and a reader would see a paragraph end. */
    private static Message literalBreak(String text, int at) {
        String before = text.substring(0, at);
        long line = before.chars().filter(unit -> unit == '\n').count() + 1;
        int column = before.codePointCount(before.lastIndexOf('\n') + 1, at) + 1;
        return Message.of("catalogue.add.literal-break", Long.toString(line), Integer.toString(column));
    }

    /** What was found in its line, less what the reasons say already. */
    static List<Diagnostic> of(Draft draft, List<Diagnostic> found) {
        boolean saysWhy = !reasons(draft).isEmpty();
        return found.stream().flatMap(each -> switch (each.code()) {
            case SEPARATOR, EMPTY_PARAGRAPH -> saysWhy ? Stream.empty() : Stream.of(each);
            case EMPTY_BODY -> Stream.of(each.saying(Message.of("catalogue.add.no-text")));
            case EMPTY_NAME -> Stream.of(lacksName(draft) ? each.saying(Message.of("catalogue.add.no-name")) : each);
            case ENCODING, BOM, NO_HEADER, PERCENT, DATE, UNENCODED_SPACE, UNENCODED_SLASH, HEADER_COLON, URL, CONTROL, INVISIBLE, BLANK_LINE, ORDER,
                    DUPLICATE, SAME_SOURCE, FINAL_NEWLINE, FUTURE_DATE, NFC, SOFT_HYPHEN, SPACING, ENCODING_STYLE, REPEATED_SOURCE, CONFUSABLE,
                    NEAR_NAME -> Stream.of(each);
        }).toList();
    }

    private static boolean lacksName(Draft draft) {
        return draft.sources().isEmpty() || draft.sources().stream().anyMatch(source -> source.name().isBlank());
    }
}
