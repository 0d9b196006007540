package pruefstand.task.perplexity;

import java.util.ArrayList;
import java.util.List;
import pruefstand.task.Spans;

/**
 * Whole paragraphs that are scored together, the same for every model.
 *
 * @param preceding whole paragraphs before it that a model is shown; empty where none fits or there is none
 * @param text what is scored
 */
record Span(String preceding, String text) {

    /**
     * Cuts a text. A span takes paragraphs until it has the wanted bytes; one paragraph that alone has them is a span of its own,
     * and what was collected before it is one too. Before a span come as many whole paragraphs as fit into the bytes set for
     * them.
     */
    static List<Span> cut(String text, Spans size) {
        List<String> paragraphs = Paragraphs.of(text);
        List<Span> spans = new ArrayList<>();
        int start = 0;
        while (start < paragraphs.size()) {
            int end = end(paragraphs, start, size.bytes());
            spans.add(new Span(preceding(paragraphs, start, size.preceding()), join(paragraphs, start, end)));
            start = end;
        }
        return spans;
    }

    private static int end(List<String> paragraphs, int start, int wanted) {
        int end = start;
        int bytes = 0;
        while (end < paragraphs.size() && bytes < wanted) {
            int next = Paragraphs.bytes(paragraphs.get(end));
            if (next >= wanted && end > start) {
                return end;
            }
            bytes += next;
            end++;
        }
        return end;
    }

    private static String preceding(List<String> paragraphs, int start, int most) {
        int first = start;
        int bytes = 0;
        while (first > 0 && bytes + Paragraphs.bytes(paragraphs.get(first - 1)) <= most) {
            first--;
            bytes += Paragraphs.bytes(paragraphs.get(first));
        }
        return join(paragraphs, first, start);
    }

    private static String join(List<String> paragraphs, int start, int end) {
        return String.join("", paragraphs.subList(start, end));
    }

    int bytes() {
        return Paragraphs.bytes(text);
    }
}
