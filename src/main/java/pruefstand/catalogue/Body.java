package pruefstand.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands after the header, taken apart at its separators.
 *
 * @param start where it starts in the line
 * @param breaks every run of a literal {@code \n} in it
 */
record Body(String line, int start, List<Break> breaks) {

    private static final String LITERAL = "\\n";

    /**
     * A run of literal {@code \n}, in a row.
     *
     * @param from index of its first backslash
     * @param to index after its last {@code n}
     * @param spaceBefore whether a SPACE stands before it
     * @param spaceAfter whether a SPACE stands after it
     */
    record Break(int from, int to, boolean spaceBefore, boolean spaceAfter) {

        boolean isTwo() {
            return to - from == 2 * LITERAL.length();
        }

        boolean isSeparator() {
            return isTwo() && spaceBefore && spaceAfter;
        }
    }

    static Body of(LineText line) {
        return of(line.text(), line.bodyStart());
    }

    static Body of(String text, int start) {
        List<Break> breaks = new ArrayList<>();
        for (int at = text.indexOf(LITERAL, start); at >= 0; at = text.indexOf(LITERAL, at)) {
            int from = at;
            while (text.startsWith(LITERAL, at)) {
                at += LITERAL.length();
            }
            breaks.add(new Break(from, at, text.charAt(from - 1) == ' ', at < text.length() && text.charAt(at) == ' '));
        }
        return new Body(text, start, breaks);
    }

    boolean isEmpty() {
        return line.substring(start).isBlank();
    }

    List<Break> separators() {
        return breaks.stream().filter(Break::isSeparator).toList();
    }

    /** The texts between the separators, without the empty ones. */
    List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        int from = start;
        for (Break separator : separators()) {
            addParagraph(from, separator.from() - 1, paragraphs);
            from = separator.to() + 1;
        }
        addParagraph(from, line.length(), paragraphs);
        return paragraphs;
    }

    private void addParagraph(int from, int to, List<String> paragraphs) {
        if (from < to) {
            paragraphs.add(line.substring(from, to));
        }
    }
}
