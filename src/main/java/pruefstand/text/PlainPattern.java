package pruefstand.text;

import java.util.List;
import java.util.Optional;

/** Message patterns that only put texts in places. Most are, and filling them needs no ICU, which takes long to load. */
final class PlainPattern {

    private PlainPattern() {
    }

    /** The filled pattern, as ICU would fill it; empty where that is ICU's business: plurals, numbers, quoting. */
    static Optional<String> fill(String pattern, List<Object> arguments) {
        if (pattern.indexOf('\'') >= 0 || !areTexts(arguments)) {
            return Optional.empty();
        }
        StringBuilder filled = new StringBuilder(pattern.length() + 32);
        int at = 0;
        for (int brace = pattern.indexOf('{'); brace >= 0; brace = pattern.indexOf('{', at)) {
            boolean closed = brace + 2 < pattern.length() && pattern.charAt(brace + 2) == '}';
            int argument = closed ? pattern.charAt(brace + 1) - '0' : -1;
            if (argument < 0 || argument >= arguments.size()) {
                return Optional.empty();
            }
            filled.append(pattern, at, brace).append(arguments.get(argument));
            at = brace + 3;
        }
        return Optional.of(filled.append(pattern, at, pattern.length()).toString());
    }

    private static boolean areTexts(List<Object> arguments) {
        for (Object argument : arguments) {
            if (!(argument instanceof String)) {
                return false;
            }
        }
        return true;
    }
}
