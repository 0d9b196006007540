package pruefstand.task.perplexity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text's paragraphs, each with the blank lines that end it; put together again they are the text. */
final class Paragraphs {

    /** A line end and the blank lines after it; a line of white space is blank. */
    private static final Pattern END = Pattern.compile("\\n(?:[ \\t\\r]*\\n)+");

    private Paragraphs() {
    }

    static List<String> of(String text) {
        List<String> paragraphs = new ArrayList<>();
        Matcher end = END.matcher(text);
        int start = 0;
        while (end.find()) {
            paragraphs.add(text.substring(start, end.end()));
            start = end.end();
        }
        if (start < text.length()) {
            paragraphs.add(text.substring(start));
        }
        return paragraphs;
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
