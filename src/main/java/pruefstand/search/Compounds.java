package pruefstand.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;

/**
 * Splits German compounds, so that {@code geschwindigkeit} finds {@code Ausführungsgeschwindigkeit}. A word is split where both
 * parts are words of the texts themselves or of {@code parts.txt}, or behind an ending that inside of a word only stands between
 * two; else where at least the last part is such a word and long. Lucene's own filter takes every known word inside of another:
 * {@code meter} in {@code Parameter}.
 */
final class Compounds {

    private static final int SHORTEST_PART = 4;
    private static final int SHORTEST_ALONE = 6;
    private static final List<String> ENDINGS = List.of("", "e", "n", "s", "en", "es", "er", "ern");
    private static final Pattern JOINT = Pattern.compile(".{3,}?(?:ung|heit|keit|ion|taet|schaft|ling|tum)(?=s)");

    private final CharArraySet known;

    /** Splits by these words, folded. */
    Compounds(Set<String> words) {
        known = CharArraySet.copy(words.stream().filter(Compounds::canBePart).collect(Collectors.toSet()));
    }

    private static boolean canBePart(String word) {
        return word.length() >= SHORTEST_PART && !Language.STOP_WORDS.contains(word) && word.chars().noneMatch(Character::isDigit);
    }

    /** All parts of a folded word, and parts of these; none where it is no compound. */
    Set<String> parts(String word) {
        if (word.length() < 2 * SHORTEST_PART) {
            return Set.of();
        }
        Set<String> parts = new LinkedHashSet<>();
        split(word).forEach(part -> {
            parts.add(part);
            parts.addAll(parts(part));
        });
        return parts;
    }

    private List<String> split(String word) {
        return betweenKnown(word).or(() -> behindJoint(word)).or(() -> beforeKnown(word)).orElse(List.of());
    }

    private Optional<List<String>> betweenKnown(String word) {
        char[] letters = word.toCharArray();
        for (int at = SHORTEST_PART; at <= letters.length - SHORTEST_PART; at++) {
            if (isKnown(letters, at, letters.length)) {
                Optional<String> left = first(word.substring(0, at));
                if (left.isPresent()) {
                    return Optional.of(List.of(left.get(), word.substring(at)));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> behindJoint(String word) {
        Matcher joint = JOINT.matcher(word);
        return joint.lookingAt() && word.length() - joint.end() - 1 >= SHORTEST_PART
                ? Optional.of(List.of(joint.group(), word.substring(joint.end() + 1))) : Optional.empty();
    }

    private Optional<List<String>> beforeKnown(String word) {
        char[] letters = word.toCharArray();
        for (int at = SHORTEST_PART; at <= letters.length - SHORTEST_ALONE; at++) {
            if (isKnown(letters, at, letters.length)) {
                String left = word.substring(0, at);
                return Optional.of(parts(left).isEmpty() ? List.of(word.substring(at)) : List.of(left, word.substring(at)));
            }
        }
        return Optional.empty();
    }

    /** The word that the first part is: with what joins the parts taken off, or with the {@code e} that it lost. */
    private Optional<String> first(String part) {
        return known.contains(part + "e") ? Optional.of(part + "e")
                : ENDINGS.stream().filter(part::endsWith).map(joint -> part.substring(0, part.length() - joint.length()))
                        .filter(known::contains).findFirst();
    }

    /** Whether the letters are a known word, with or without an ending. */
    private boolean isKnown(char[] letters, int from, int to) {
        for (String ending : ENDINGS) {
            if (endsWith(letters, to, ending) && known.contains(letters, from, Math.max(0, to - ending.length() - from))) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(char[] letters, int to, String ending) {
        for (int i = 1; i <= ending.length(); i++) {
            if (letters[to - i] != ending.charAt(ending.length() - i)) {
                return false;
            }
        }
        return true;
    }
}
