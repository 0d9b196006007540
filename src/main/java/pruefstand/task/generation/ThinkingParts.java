package pruefstand.task.generation;

import java.util.List;

/**
 * What a model writes for itself before it answers. Such a part begins and ends with marks of its own, of which several are in use;
 * one that is never ended lasts to the end, and where only an end is found (the template had begun it), all before it belongs to it.
 */
final class ThinkingParts {

    private static final List<Marks> KNOWN = List.of(new Marks("<think>", "</think>"), new Marks("<thinking>", "</thinking>"),
            new Marks("<thought>", "</thought>"), new Marks("<reasoning>", "</reasoning>"),
            new Marks("<seed:think>", "</seed:think>"), new Marks("[THINK]", "[/THINK]"), new Marks("◁think▷", "◁/think▷"),
            new Marks("<|begin_of_thought|>", "<|end_of_thought|>"));

    private record Marks(String begin, String end) {
    }

    private ThinkingParts() {
    }

    /** A text without them and without the white space around what is left. */
    static String cut(String text) {
        String left = text;
        for (Marks marks : KNOWN) {
            left = cut(left, marks);
        }
        return left.strip();
    }

    private static String cut(String text, Marks marks) {
        StringBuilder left = new StringBuilder();
        int from = 0;
        while (true) {
            int begin = text.indexOf(marks.begin(), from);
            int end = text.indexOf(marks.end(), from);
            if (end >= 0 && (begin < 0 || end < begin)) {
                left.setLength(0);
                from = end + marks.end().length();
            } else if (begin < 0) {
                return left.append(text, from, text.length()).toString();
            } else {
                left.append(text, from, begin);
                if (end < 0) {
                    return left.toString();
                }
                from = end + marks.end().length();
            }
        }
    }
}
