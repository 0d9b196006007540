package pruefstand.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Entries with real line breaks, as people edit them: the header with its colon on a line of its own, then the paragraphs, parted
 * by blank lines; two blank lines part entries. Long paragraphs are wrapped at SPACEs.
 */
public final class Folding {

    private static final String SEPARATOR = " \\n\\n ";
    private static final int WIDTH = 100;

    private Folding() {
    }

    /**
     * The entry of a line with real line breaks; folding that of a sound line gives the line again. A line without a header
     * stays as it is.
     */
    public static String unfold(String line) {
        LineText text = LineText.of(line, false);
        if (text.headerEnd().isEmpty()) {
            return line + "\n";
        }
        String paragraphs = List.of(line.substring(text.bodyStart()).split(" \\\\n\\\\n ", -1)).stream()
                .map(Folding::wrap).collect(Collectors.joining("\n\n"));
        return line.substring(0, text.headerEnd().get() + 1) + "\n\n" + paragraphs + "\n";
    }

    /** Several lines, two blank lines between their entries. */
    public static String unfold(List<String> lines) {
        return lines.stream().map(Folding::unfold).collect(Collectors.joining("\n\n"));
    }

    /** Breaks at single SPACEs only, so that putting SPACEs back restores the text. */
    private static String wrap(String paragraph) {
        StringBuilder wrapped = new StringBuilder(paragraph);
        int lineStart = 0;
        for (int space = breakable(wrapped, 1); space > 0; space = breakable(wrapped, space + 1)) {
            int next = breakable(wrapped, space + 1);
            if ((next < 0 ? wrapped.length() : next) - lineStart > WIDTH) {
                wrapped.setCharAt(space, '\n');
                lineStart = space + 1;
            }
        }
        return wrapped.toString();
    }

    private static int breakable(CharSequence text, int from) {
        for (int i = from; i + 1 < text.length(); i++) {
            if (text.charAt(i) == ' ' && text.charAt(i - 1) != ' ' && text.charAt(i + 1) != ' ') {
                return i;
            }
        }
        return -1;
    }

    /** The lines that unfolded entries make, in the same order. */
    public static List<String> fold(String unfolded) {
        List<String> lines = new ArrayList<>();
        for (String entry : unfolded.replace("\r\n", "\n").strip().split("\n[ \t]*\n[ \t]*\n(?:[ \t]*\n)*")) {
            if (!entry.isBlank()) {
                lines.add(foldEntry(entry));
            }
        }
        return lines;
    }

    private static String foldEntry(String entry) {
        int end = entry.indexOf('\n');
        String first = (end < 0 ? entry : entry.substring(0, end)).stripTrailing();
        String rest = end < 0 ? "" : entry.substring(end + 1);
        if (first.endsWith(":") && !first.contains(": ")) {
            return first + " " + foldText(rest);
        }
        return rest.isBlank() ? first : first + (startsParagraph(rest) ? SEPARATOR : " ") + foldText(rest);
    }

    private static boolean startsParagraph(String rest) {
        return rest.lines().findFirst().filter(String::isBlank).isPresent();
    }

    /** A text with real line breaks as the body of a line. */
    static String foldText(String text) {
        return List.of(text.strip().split("\n[ \t\r]*(?:\n[ \t\r]*)+")).stream()
                .map(paragraph -> paragraph.strip().replaceAll("[ \t\r]*\n[ \t\r]*", " "))
                .collect(Collectors.joining(SEPARATOR));
    }
}
