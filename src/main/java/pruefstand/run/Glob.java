package pruefstand.run;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import pruefstand.text.Refusal;

/**
 * A pattern over names, as a shell reads one over file names: {@code *}, {@code ?}, {@code [abc]}, {@code [!abc]},
 * <code>{a,b}</code>, and a backslash before a character that is meant as it stands. A slash is a character like any other.
 */
final class Glob {

    private final String option;
    private final String text;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private int depth;

    private Glob(String option, String text) {
        this.option = option;
        this.text = text;
    }

    /**
     * What the pattern matches.
     *
     * @param option that it was given with
     * @throws Refusal if it is no pattern
     */
    static Predicate<String> of(String option, String text) {
        return new Glob(option, text).compile().asMatchPredicate();
    }

    /** The pattern that matches a name and nothing else. */
    static String literally(String name) {
        return name.replaceAll("[*?\\[\\]{}\\\\,!]", "\\\\$0");
    }

    private Pattern compile() {
        while (at < text.length()) {
            step(text.charAt(at++));
        }
        if (depth > 0) {
            throw malformed("{ without }");
        }
        try {
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw malformed(e.getDescription());
        }
    }

    private void step(char unit) {
        switch (unit) {
            case '*' -> regex.append(".*");
            case '?' -> regex.append('.');
            case '[' -> characters();
            case '{' -> {
                depth++;
                regex.append("(?:");
            }
            case '}' -> {
                if (--depth < 0) {
                    throw malformed("} without {");
                }
                regex.append(')');
            }
            case ',' -> regex.append(depth > 0 ? "|" : ",");
            case '\\' -> {
                if (at == text.length()) {
                    throw malformed("\\ at the end");
                }
                literal(text.charAt(at++));
            }
            default -> literal(unit);
        }
    }

    private void characters() {
        int end = text.indexOf(']', at);
        boolean not = text.startsWith("!", at);
        String inside = end < 0 ? "" : text.substring(not ? at + 1 : at, end);
        if (inside.isEmpty()) {
            throw malformed(end < 0 ? "[ without ]" : "[] without characters");
        }
        regex.append(not ? "[^" : "[");
        for (int i = 0; i < inside.length(); i++) {
            boolean isRange = inside.charAt(i) == '-' && i > 0 && i < inside.length() - 1;
            if (isRange) {
                regex.append('-');
            } else {
                literal(inside.charAt(i));
            }
        }
        regex.append(']');
        at = end + 1;
    }

    private void literal(char unit) {
        if (unit < 0x80 && !Character.isLetterOrDigit(unit)) {
            regex.append('\\');
        }
        regex.append(unit);
    }

    private Refusal malformed(String why) {
        return Refusal.input("run.select.glob", option, text, why);
    }
}
